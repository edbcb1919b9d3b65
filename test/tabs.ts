/** Keys and names of a campaign's documents in the order of their tabs: fiches, and what an analysis brings, stand between these. */
export const firstTabs = [
  ["recapitulatif", "Récapitulatif"],
  ["titre", "Titre CAGB"],
  ["controles", "Contrôles"],
  ["repartition", "Répartition"],
] as const;
export const lastTabs = [["journal", "Journal"]] as const;

/** Names of all the tabs of a generation, in order: `communes` have a fiche, `analyses` are the sheets that they bring. */
export function tabsOf(communes: readonly string[], analyses: readonly string[] = []): string[] {
  const names = (tabs: readonly (readonly [string, string])[]) => tabs.map(([, name]) => name);
  return [...names(firstTabs), ...analyses, ...communes.map((commune) => `Fiche ${commune}`), ...names(lastTabs)];
}
