/** Modules of `src` in their order: each uses only those before it. The lint holds it, and the build relies on it. */
export const street = [
  "cells",
  "messages",
  "money",
  "tariff",
  "options",
  "inventory",
  "statement",
  "documents",
  "billing",
  "explain",
  "workbook",
  "pdf",
  "functions",
  "taskpane",
  "commands",
  "cli",
];

/** Modules that are pure: no file, no clock, no host. */
export const core = street.slice(0, street.indexOf("workbook"));
