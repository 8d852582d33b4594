import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Text } from '../../shared/text/index.ts';

/** What keyboard users expect to exist: the editing keys, the size of text, and the way out. */
export function setMenu(text: Text, packaged: boolean, quit: () => void): void {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const developer: MenuItemConstructorOptions[] = packaged
    ? []
    : [separator, { role: 'toggleDevTools', label: text('host.menuDeveloper') }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: text('host.menuProgram'),
        submenu: [{ label: text('host.menuQuit'), accelerator: 'CommandOrControl+Q', click: quit }],
      },
      {
        label: text('host.menuEdit'),
        submenu: [
          { role: 'undo', label: text('host.menuUndo') },
          { role: 'redo', label: text('host.menuRedo') },
          separator,
          { role: 'cut', label: text('host.menuCut') },
          { role: 'copy', label: text('host.menuCopy') },
          { role: 'paste', label: text('host.menuPaste') },
          { role: 'selectAll', label: text('host.menuSelectAll') },
        ],
      },
      {
        label: text('host.menuView'),
        submenu: [
          { role: 'zoomIn', label: text('host.menuZoomIn') },
          { role: 'zoomOut', label: text('host.menuZoomOut') },
          { role: 'resetZoom', label: text('host.menuZoomReset') },
          { role: 'togglefullscreen', label: text('host.menuFullScreen') },
          ...developer,
        ],
      },
    ]),
  );
}
