/** Messages of `src/cli` on what is compared, tried and corrected. */
export const cliAnalyses = {
  "cli-help-compare": "compare avec le classeur d’une autre campagne, commune par commune",
  "cli-help-simulate": "essaie une autre grille (un fichier .json, ou un classeur avec un tableau « Tarifs »)",
  "cli-help-rectify": "rectifie l’état émis dans un classeur produit par Ordiclasse",
  "cli-csv-rectify":
    "--csv donne toutes les lignes du titre, déjà émises : avec --rectify, elles seraient réclamées deux fois. Retirez --csv ; les lignes rectifiées sont sur la feuille « Rectificatif » et dans le JSON.",
  "cli-grid-not-json":
    "La grille « {path} » n’est pas du JSON lisible : la lecture s’arrête à la ligne {line}, colonne {column}. Corrigez-la à cet endroit.",
  "cli-grid-not-utf8": "La grille « {path} » n’est pas un texte en UTF-8. Enregistrez-la avec l’encodage UTF-8.",
  "cli-grid-no-tarifs":
    "Le classeur « {file} » n’a pas de tableau « Tarifs » : il n’y a pas de grille à essayer. Ajoutez-le, ou donnez la grille dans un fichier .json.",
  "cli-compare": "Comparaison avec « {file} », campagne {campaign} ({from}) : {before} → {after}, soit {difference}",
  "cli-compare-from-journal": "d’après son Journal",
  "cli-compare-from-year-before": "sans Journal, l’année d’avant",
  "cli-compare-effects":
    "  Quantités : {quantities} · Tarifs : {prices} · Écoles arrivées : {arrivals} · Écoles parties : {departures}",
  "cli-analysis-parts": "  Part de la CAGB : {cagb} · Quotes-parts des communes : {communes}",
  "cli-compare-notable":
    "  Communes à expliquer (plus de 10 % et de 100 €) : {count} sur {communes} · Commentées : {done}",
  "cli-compare-other-years": "  Commentaires sur une autre année que {campaign} ({years}), non repris : {count}",
  "cli-compare-anomalies":
    "  Anomalies de « {file} » : {errors} à corriger, {warnings} à vérifier, {infos} pour information",
  "cli-blocked-compared":
    "Points à corriger dans « {file} », le classeur comparé, ci-dessus : {errors}. Ni le classeur ni le CSV ne sont produits : corrigez « {file} », ou ajoutez --force pour comparer sans ce qui y est en erreur.",
  "cli-blocked-both":
    "Points à corriger, ci-dessus : {own} dans l’inventaire, {errors} dans « {file} », le classeur comparé. Ni le classeur ni le CSV ne sont produits : corrigez-les, ou ajoutez --force pour facturer et comparer sans ce qui est en erreur.",
  "cli-forced-compared":
    "Comparaison : points à corriger acceptés dans « {file} », {errors}. Ce qu’ils concernent n’y est pas compté ; les montants facturés n’en dépendent pas.",
  "cli-simulate": "Simulation, aucun document officiel ({act}) : {before} → {after}, soit {difference}",
  "cli-simulate-directions": "  Communes qui paieraient plus : {more} · moins : {less} · autant : {same}",
  "cli-simulate-anomalies":
    "  Points propres à l’essai : {errors} à corriger, {warnings} à vérifier, {infos} pour information",
  "cli-rectify": "Rectificatif de l’état généré le {when} (« {file} ») : {before} → {after}, soit {difference}",
  "cli-rectify-complement": "  Titre complémentaire",
  "cli-rectify-reduction": "  Titre de réduction : annulation partielle du titre d’origine",
  "cli-rectify-cancellation": "  Titre d’annulation : annulation totale du titre d’origine",
  "cli-rectify-balanced": "  Le total du titre ne change pas : seule sa répartition est rectifiée",
  "cli-rectify-none": "  Aucune ligne ne change : il n’y a pas lieu à titre rectificatif",
  "cli-rectify-lines": "  Lignes rectifiées : {lines} · Communes : {communes}",
} as const;
