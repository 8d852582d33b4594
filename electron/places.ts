import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that differ between the project and the package; all absolute. */
export interface Places {
  /** The built interface. */
  readonly assetsFolder: string;
  /** Holds the four Noto TTF files, either side by side or as the font packages lay them out. */
  readonly fontsFolder: string;
  /** Shipped schemes, the sample, licence texts. */
  readonly resourcesFolder: string;
  /** Holds `<name>-worker.js`. */
  readonly workersFolder: string;
}

/**
 * Computes the places from the folder of a built entry file (`dist/main`). In the package the fonts lie
 * unpacked beside the archive, because the document worker reads them as plain files.
 */
export function backendPlaces(entryFolder: string): Places {
  const root = join(entryFolder, '..', '..');
  const packedFonts = join(root, '..', 'fonts');
  return {
    assetsFolder: join(root, 'dist', 'renderer'),
    // The file and not the folder is asked for: a folder of that name may stand beside the project by chance.
    fontsFolder: existsSync(join(packedFonts, 'NotoSerifSC_400Regular.ttf'))
      ? packedFonts
      : join(root, 'node_modules', '@expo-google-fonts'),
    resourcesFolder: join(root, 'resources'),
    workersFolder: entryFolder,
  };
}
