/** One file of an archive; its name may hold a folder. */
export interface StoredFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const localHeader = 0x04034b50;

/** The files of an archive that the program packed itself: stored, sizes in the local headers. */
export function storedFiles(archive: Uint8Array): StoredFile[] {
  const buffer = Buffer.from(archive);
  const files: StoredFile[] = [];
  let at = 0;
  while (buffer.readUInt32LE(at) === localHeader) {
    const size = buffer.readUInt32LE(at + 18);
    const nameLength = buffer.readUInt16LE(at + 26);
    const name = buffer.toString('utf8', at + 30, at + 30 + nameLength);
    const start = at + 30 + nameLength + buffer.readUInt16LE(at + 28);
    files.push({ name, bytes: buffer.subarray(start, start + size) });
    at = start + size;
  }
  return files;
}
