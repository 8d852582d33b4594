/** Bytes that a browser can well hold; a larger package goes by folder or stick. */
export const handLimit = 500 * 1024 * 1024;
/** As the backend takes uploads. */
export const dropLimit = 50 * 1024 * 1024;
