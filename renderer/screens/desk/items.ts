/** Names of the two pages beside the sheets; a dossier's id is none of them. */
export const reviewItem = 'review';
export const matrixItem = 'matrix';
