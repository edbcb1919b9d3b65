/** Habits with which today's reading fails alone: wrong in silence, or asking without reason. To be emptied as it learns. */
export const notYet: ReadonlySet<string> = new Set<string>([]);
