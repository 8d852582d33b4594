/** 2 MiB for a call, 50 MiB for a file: security.md §3 and §5. Other bodies are refused. */
export const callBytes = 2 * 1024 * 1024;
export const uploadBytes = 50 * 1024 * 1024;
/** A file of an application streams to disk; `materialLimits` is the same number in the law. */
export const materialBytes = 500_000_000;

export type ByteRoute = 'page' | 'asset' | 'file' | 'upload' | 'material';

export interface ByteRule {
  readonly path: RegExp;
  readonly route: ByteRoute;
  readonly method: 'GET' | 'POST';
  readonly maxBytes: number;
}

/** What `Backend.files` may be asked, the same on both hosts. */
export const byteRules: readonly ByteRule[] = [
  { path: /^\/$/, route: 'page', method: 'GET', maxBytes: 0 },
  { path: /^\/assets\/./, route: 'asset', method: 'GET', maxBytes: 0 },
  { path: /^\/files\/./, route: 'file', method: 'GET', maxBytes: 0 },
  { path: /^\/uploads$/, route: 'upload', method: 'POST', maxBytes: uploadBytes },
  { path: /^\/materials$/, route: 'material', method: 'POST', maxBytes: materialBytes },
];
