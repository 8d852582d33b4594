/** Electron's default is to approve, so both handlers must be set. Copying a text is all the page needs. */
export function mayUse(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}
