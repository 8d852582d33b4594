/** A file with its path below what was chosen, parted by `/`. */
export interface FoundFile {
  readonly path: string;
  readonly file: File;
}

/** Enough to say how many too many there are, without walking a whole disk. */
const mostCounted = 20_001;

export function chosenFiles(files: FileList | null): FoundFile[] {
  return Array.from(files ?? [], (file) => ({
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    file,
  }));
}

/** Everything below what was dropped; folders are walked. */
export async function droppedFiles(dropped: DataTransfer): Promise<FoundFile[]> {
  // The entries must be taken at once: the list is empty after the first wait.
  const entries = Array.from(dropped.items, (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  );
  const found: FoundFile[] = [];
  for (const entry of entries) await walk(entry, '', found);
  return found;
}

async function walk(entry: FileSystemEntry, above: string, found: FoundFile[]): Promise<void> {
  if (found.length >= mostCounted) return;
  const path = above === '' ? entry.name : `${above}/${entry.name}`;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ path, file });
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    for (;;) {
      // A reader gives its entries in portions and ends with an empty one.
      const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      );
      if (portion.length === 0) return;
      for (const inside of portion) await walk(inside, path, found);
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
