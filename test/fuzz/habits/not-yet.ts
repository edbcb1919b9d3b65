/**
 * Layouts that today's reading does not read, and habits with which it fails alone: wrong in silence, or asked without reason.
 * To be emptied as it learns; `npm run habits -- --alone` tells which of them hold now.
 */
export const notYet: ReadonlySet<string> = new Set(["number-text-with-spaces"]);
