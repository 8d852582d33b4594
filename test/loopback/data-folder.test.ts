import { expect, it } from 'vitest';
import { dataFolder } from '../../electron/data-folder.ts';

const home = '/home/a';
const windowsHome = 'C:\\Users\\a';

it.each([
  ['linux', home, {}, '/home/a/.local/share/paneldesk'],
  ['linux', home, { XDG_DATA_HOME: '/data' }, '/data/paneldesk'],
  ['linux', home, { XDG_DATA_HOME: 'relative' }, '/home/a/.local/share/paneldesk'],
  ['linux', home, { PANELDESK_DATA: '/mnt/panel' }, '/mnt/panel'],
  ['linux', home, { PANELDESK_DATA: '' }, '/home/a/.local/share/paneldesk'],
  ['darwin', '/Users/a', {}, '/Users/a/Library/Application Support/Paneldesk'],
  ['win32', windowsHome, { LOCALAPPDATA: 'D:\\Local' }, 'D:\\Local\\Paneldesk'],
  ['win32', windowsHome, {}, 'C:\\Users\\a\\AppData\\Local\\Paneldesk'],
  ['win32', windowsHome, { PANELDESK_DATA: 'E:\\panel' }, 'E:\\panel'],
])('on %s at %s with %j the data lies in %s', (platform, place, environment, expected) => {
  expect(dataFolder({ platform, home: place, environment })).toBe(expected);
});
