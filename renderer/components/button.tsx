import type { ComponentProps, ReactNode } from 'react';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** One `primary` a screen; `danger` for acts that take something away; `quiet` inside tables. */
  readonly kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly large?: boolean;
  /** Work is running: the button can't be pressed again. */
  readonly pending?: boolean;
  /** Sends the form it stands in. */
  readonly submits?: boolean;
  readonly children: ReactNode;
}

/** A verb that can be pressed. */
export function Button(props: ButtonProps): ReactNode {
  const {
    kind = 'plain',
    large = false,
    pending = false,
    submits = false,
    disabled,
    className,
    ...rest
  } = props;
  const classes = ['button', kind, large ? 'large' : '', className ?? ''].join(' ').trim();
  return (
    <button
      {...rest}
      type={submits ? 'submit' : 'button'}
      className={classes}
      disabled={pending || disabled === true}
      aria-busy={pending}
    />
  );
}
