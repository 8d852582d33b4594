/** A fingerprint in groups of four, as it is printed and read aloud; letters small. */
export function groupHex(hex: string): string {
  return (hex.match(/.{1,4}/g) ?? []).join(' ');
}
