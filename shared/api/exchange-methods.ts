/** Many laptops: carriers, the drop box, letters in and out, the hand-over register. */
export const exchangeMethods = {};
