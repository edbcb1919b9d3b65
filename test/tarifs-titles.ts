/** The titles of a grid as users see it, in order: written once for the tests, whatever the code says. (decisions §1) */
export const tarifsTitles = [
  "Code",
  "Prestation",
  "Unité",
  "Installation CAGB",
  "Installation commune",
  "Maintenance CAGB",
  "Maintenance commune",
  "Applicable du",
  "Applicable au",
  "Acte",
] as const;
