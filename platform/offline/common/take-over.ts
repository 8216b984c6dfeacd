/** Said by a page to a new version of the app that waits: take over. */
export const takeOver = 'take-over'
