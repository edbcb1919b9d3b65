import { byLanguage } from "../by-language";
import { lazyTexts } from "../catalogue";

/** Texts of the screens « Comparer », « Simuler » and « Rectifier ». */
export const { fr, en } = byLanguage({
  "pane-compare-choose": ["Choisir le classeur à comparer…", "Choose the workbook to compare with…"],
  "pane-compare-choose-again": ["Comparer avec un autre classeur…", "Compare with another workbook…"],
  "pane-compare-intro": [
    "Choisissez le classeur d’une autre campagne, par exemple celui de l’an dernier : le volet dira ce qui, dans l’écart, vient des quantités, des tarifs, des [écoles arrivées|arrivés], ou qui ne sont plus [école:facturées|facturés]. Produit par [Ordiclasse], il est facturé à la campagne et avec les options de son Journal ; sinon, comme l’inventaire de l’année d’avant.",
    "Choose the workbook of another campaign, last year’s for instance: the pane will tell how much of the difference comes from quantities, from prices, from [schools] that joined or left. One made by [Ordiclasse] is billed for the campaign of its Journal, with its options; any other, as the inventory of the year before.",
  ],
  "pane-compare-done": ["Comparaison avec {year}", "Comparison with {year}"],
  "pane-compare-from-journal": [
    "{file}, campagne {year} d’après son Journal.",
    "{file}, campaign {year} according to its Journal.",
  ],
  "pane-compare-from-year-before": [
    "{file}, sans Journal : lu comme l’inventaire de {year}, l’année d’avant.",
    "{file}, without a Journal: read as the inventory of {year}, the year before.",
  ],
  "pane-compare-add": ["Ajouter un fichier lu avec lui…", "Add a file read with it…"],
  "pane-compare-add-hint": [
    "Si ce classeur avait été lu avec un autre fichier, ses effectifs par exemple, ajoutez-le aussi.",
    "If that workbook was read with another file, its headcounts for instance, add it too.",
  ],
  "pane-compare-beside": ["Lu avec {files}.", "Read with {files}."],
  "pane-compare-caption": ["Du titre {before} au titre {after}", "From the {before} claim to the {after} claim"],
  "pane-compare-step": ["Étape", "Step"],
  "pane-compare-amount": ["Total", "Total"],
  "pane-compare-titre": ["Titre {year}", "{year} claim"],
  "pane-compare-quantities": ["Quantités", "Quantities"],
  "pane-compare-prices": ["Tarifs", "Prices"],
  "pane-compare-arrivals": ["[Écoles arrivées|arrivés]", "[Schools] that joined"],
  "pane-compare-departures": ["Fin de facturation", "[Schools] that left"],
  "pane-compare-difference": ["Écart", "Difference"],
  "pane-compare-part-cagb": ["[CAGB] {amount}", "[CAGB] {amount}"],
  "pane-compare-part-communes": ["[communes] {amount}", "[communes] {amount}"],
  "pane-moves-title": ["Les [communes] qui changent le plus", "[Communes] that change most"],
  "pane-moves-caption": ["Part de chaque [commune], avant et après", "Each [commune]’s share, before and after"],
  "pane-moves-none": ["La part [d’aucune commune] ne change.", "No [commune]’s share changes."],
  "pane-moves-notable": ["à expliquer", "to explain"],
  "pane-moves-legend": [
    "« À expliquer » : [communes] dont la quote-part varie de plus de 10 % et de 100 €.",
    "“To explain”: [communes] whose share varies by more than 10% and €100.",
  ],
  "pane-moves-filters": ["[Communes montrées|montrés]", "[Communes] shown"],
  "pane-moves-all": ["[commune:Toutes|Tous] {count}", "All {count}"],
  "pane-moves-to-explain": ["À expliquer {count}", "To explain {count}"],
  "pane-comment-none": ["À expliquer : {wanted}, sans commentaire.", "To explain: {wanted}, without a comment."],
  "pane-comment-count-one": [
    "À expliquer : {wanted}, dont {count} [commune:commentée|commenté].",
    "To explain: {wanted}, of which {count} has a comment.",
  ],
  "pane-comment-count-other": [
    "À expliquer : {wanted}, dont {count} [commune:commentées|commentés].",
    "To explain: {wanted}, of which {count} have a comment.",
  ],
  "pane-comment-other-years-one": [
    "1 commentaire porte sur une autre année que {year} ({years}) : il n’est pas repris ici.",
    "1 comment is on another year than {year} ({years}): it is left out here.",
  ],
  "pane-comment-other-years-other": [
    "{count} commentaires portent sur une autre année que {year} ({years}) : ils ne sont pas repris ici.",
    "{count} comments are on another year than {year} ({years}): they are left out here.",
  ],
  "pane-comment-write": ["Commenter {commune}", "Comment on {commune}"],
  "pane-comment-change": ["Modifier le commentaire sur {commune}", "Change the comment on {commune}"],
  "pane-comment-field": ["Ce qui explique l’écart : {commune}", "What explains the difference: {commune}"],
  "pane-comment-hint": [
    "Inscrit dans la feuille « Options [Ordiclasse] », repris dans « Comparaison ».",
    "Written in the sheet “Options [Ordiclasse]”, and shown in “Comparaison”.",
  ],
  "pane-comment-save": ["Enregistrer le commentaire", "Save the comment"],
  "pane-comment-remove": ["Retirer le commentaire", "Remove the comment"],
  "pane-comment-blank": [
    "Le commentaire est vide. Écrivez ce qui explique l’écart, ou choisissez « Ne rien changer ».",
    "The comment is empty. Write what explains the difference, or choose “Change nothing”.",
  ],
  "pane-comment-read-only": [
    "Ce classeur est ouvert en lecture seule : un commentaire ne peut pas y être inscrit. Enregistrez-en une copie, et commentez dans celle-ci.",
    "This workbook is open as read-only: no comment can be written in it. Save a copy of it, and comment there.",
  ],
  "pane-moves-others-one": ["Voir l’autre [commune]", "See the other [commune]"],
  "pane-moves-others-other": ["Voir les {count} autres [communes]", "See the {count} other [communes]"],
  "pane-analysis-points": [
    "Points de {file} : {errors} à corriger, {warnings} à vérifier",
    "Points of {file}: {errors} to correct, {warnings} to check",
  ],
  "pane-analysis-point": ["{severity} : {?place:{place}. }{message}", "{severity}: {?place:{place}. }{message}"],
  "pane-compare-unaccepted-one": [
    "1 point de {file} reste à corriger : il manquerait d’un seul côté de la comparaison. Corrigez ce classeur et choisissez-le de nouveau, ou acceptez ce point à l’étape Documents.",
    "1 point of {file} is still to be corrected: it would be missing on one side of the comparison only. Correct this workbook and choose it again, or accept this point at the step Documents.",
  ],
  "pane-compare-unaccepted-other": [
    "{count} points de {file} restent à corriger : ils manqueraient d’un seul côté de la comparaison. Corrigez ce classeur et choisissez-le de nouveau, ou acceptez ces points à l’étape Documents.",
    "{count} points of {file} are still to be corrected: they would be missing on one side of the comparison only. Correct this workbook and choose it again, or accept these points at the step Documents.",
  ],
  "pane-compare-sheets": [
    "La prochaine génération ajoutera les feuilles « Comparaison », « Comparaison (détail) » et « Annexe délibération ».",
    "The next generation will add the sheets “Comparaison”, “Comparaison (détail)” and “Annexe délibération”.",
  ],
  "pane-compare-leave": ["Retirer la comparaison", "Remove the comparison"],
  "pane-simulate-hint": [
    "Changez un prix dans la colonne « Essai » : ce que deviendrait le titre s’affichera ici. Sans prix, la prestation n’est pas facturée.",
    "Change a price in the column “Trial”: what the claim would become will show here. Without a price, the service is not billed.",
  ],
  "pane-simulate-result": [
    "Le titre passerait de {before} à {after}, soit {difference} : [CAGB] {cagb}, [communes] {communes}.",
    "The claim would go from {before} to {after}, that is {difference}: [CAGB] {cagb}, [communes] {communes}.",
  ],
  "pane-simulate-total": ["Titre simulé", "Simulated claim"],
  "pane-simulate-in-force": ["Grille en vigueur : {act}.", "Tariff in force: {act}."],
  "pane-simulate-typed": [
    "Prix essayés dans le volet, sur la grille en vigueur ({act}).",
    "Prices tried in the pane, on the tariff in force ({act}).",
  ],
  "pane-simulate-file": ["{file} ({act}).", "{file} ({act})."],
  "pane-simulate-file-typed": [
    "{file} ({act}), avec des prix changés dans le volet.",
    "{file} ({act}), with prices changed in the pane.",
  ],
  "pane-simulate-itself": ["l’essai", "the trial"],
  "pane-simulate-prices": ["Prix actuels et prix à l’essai", "Present prices and prices on trial"],
  "pane-simulate-installation": ["Installation", "Installation"],
  "pane-simulate-maintenance": ["Maintenance", "Maintenance"],
  "pane-simulate-cagb": ["part [CAGB]", "[CAGB] share"],
  "pane-simulate-commune": ["part [commune]", "[commune]’s share"],
  "pane-simulate-effect": ["{units} × {difference} = {amount}", "{units} × {difference} = {amount}"],
  "pane-price-negative": [
    "Prix négatif : {value}. Le résultat n’en tient pas compte. Saisissez un prix positif, ou 0 si c’est gratuit.",
    "Negative price: {value}. The result leaves it out. Type a positive price, or 0 if it is free of charge.",
  ],
  "pane-price-too-many-decimals": [
    "Plus de deux décimales : {value}. Le résultat n’en tient pas compte. Saisissez le prix au centime.",
    "More than two decimals: {value}. The result leaves it out. Type the price to the cent.",
  ],
  "pane-price-unreadable": [
    "Prix illisible : {value}. Le résultat n’en tient pas compte. Saisissez un nombre, par exemple 38,50, ou rien s’il n’y a pas de tarif.",
    "Unreadable price: {value}. The result leaves it out. Type a number, 38.50 for instance, or nothing if there is no tariff.",
  ],
  "pane-simulate-file-title": ["La grille d’un fichier", "The tariff of a file"],
  "pane-simulate-choose": ["Choisir la grille à essayer…", "Choose the tariff to try…"],
  "pane-simulate-choose-again": ["Essayer une autre grille…", "Try another tariff…"],
  "pane-simulate-intro": [
    "Pour des prestations nouvelles, ou une grille déjà préparée : un classeur qui contient un tableau « Tarifs », ou un fichier .json. Pour en faire un, écrivez =ORDICLASSE.GRILLE() dans un autre classeur, collez-y les valeurs dans un tableau nommé « Tarifs », et changez-y les prix. Ses dates d’application sont ignorées.",
    "For new services, or a tariff already prepared: a workbook that has a table “Tarifs”, or a .json file. To make one, write =ORDICLASSE.GRILLE() in another workbook, paste its values in a table named “Tarifs”, and change the prices there. Its dates of application are ignored.",
  ],
  "pane-simulate-band": [
    "Simulation : aucun document officiel. Les documents restent au tarif voté.",
    "Simulation: no official document. The documents keep the voted tariff.",
  ],
  "pane-simulate-directions": [
    "[Communes] qui paieraient plus : {more}. Moins : {less}. Autant : {same}.",
    "[Communes] that would pay more: {more}. Less: {less}. As much: {same}.",
  ],
  "pane-simulate-caption": [
    "Montants de la campagne, au tarif voté et à l’essai",
    "Amounts of the campaign, at the voted tariff and on trial",
  ],
  "pane-analysis-part": ["Part", "Share"],
  "pane-simulate-now": ["Actuel", "Now"],
  "pane-simulate-trial": ["Essai", "Trial"],
  "pane-simulate-sheets": [
    "La prochaine génération ajoutera les feuilles « Simulation » et « Annexe délibération ».",
    "The next generation will add the sheets “Simulation” and “Annexe délibération”.",
  ],
  "pane-simulate-leave": ["Remettre les tarifs actuels", "Put the present prices back"],
  "pane-rectify-choose": ["Choisir le classeur émis…", "Choose the issued workbook…"],
  "pane-rectify-choose-again": ["Choisir un autre classeur émis…", "Choose another issued workbook…"],
  "pane-rectify-intro": [
    "Ouvrez l’inventaire corrigé, puis choisissez ici le classeur tel qu’il a été émis, gardé intact : son Journal dit ce qui a été émis. Le volet dira la différence à émettre, ligne par ligne ; l’état d’origine n’est pas modifié.",
    "Open the corrected inventory, then choose here the workbook as it was issued, kept untouched: its Journal tells what was issued. The pane will tell the difference to issue, line by line; the original statement is not changed.",
  ],
  "pane-rectify-done": ["Rectificatif", "Correction"],
  "pane-rectify-file": [
    "État d’origine : {file}, généré le {day} à {time}.",
    "Original statement: {file}, generated on {day} at {time}.",
  ],
  "pane-rectify-file-issued": [
    "État d’origine : {file}, émis le {day}{?titre:, titre n° {titre}}.",
    "Original statement: {file}, issued on {day}{?titre:, claim no. {titre}}.",
  ],
  "pane-rectify-file-undated": ["État d’origine : {file}.", "Original statement: {file}."],
  "pane-rectify-complement": [
    "À émettre : un titre complémentaire de {amount}, qui s’ajoute au titre d’origine.",
    "To be issued: a complementary claim of {amount}, on top of the original claim.",
  ],
  "pane-rectify-reduction": [
    "À émettre : un titre de réduction de {amount}, annulation partielle du titre d’origine.",
    "To be issued: a reduction of {amount}; the original claim is cancelled in part.",
  ],
  "pane-rectify-cancellation": [
    "À émettre : un titre d’annulation de {amount}, annulation totale du titre d’origine.",
    "To be issued: a cancellation of {amount}; the original claim is cancelled whole.",
  ],
  "pane-rectify-both": [
    "À émettre séparément : une réduction de {reduction}, et un titre complémentaire de {complement}. L’une ne se déduit pas de l’autre.",
    "To be issued apart: a reduction of {reduction}, and a complementary claim of {complement}. Neither is taken off the other.",
  ],
  "pane-rectify-none": [
    "Aucun montant ne change : il n’y a rien à émettre.",
    "No amount changes: there is nothing to issue.",
  ],
  "pane-rectify-band": [
    "Seules les pièces de la correction s’émettent. Les autres documents montrent l’état rectifié en entier : ne les émettez pas une seconde fois.",
    "Only the papers of the correction are issued. The other documents show the whole corrected statement: do not issue them a second time.",
  ],
  "pane-rectify-caption": [
    "Montants du titre, à l’origine et après rectification",
    "Amounts of the claim, as issued and as corrected",
  ],
  "pane-rectify-before": ["Origine", "Issued"],
  "pane-rectify-after": ["Rectifié", "Corrected"],
  "pane-rectify-lines-one": ["La ligne qui change", "The line that changes"],
  "pane-rectify-lines-other": ["Les {count} lignes qui changent", "The {count} lines that change"],
  "pane-rectify-lines-caption": [
    "Lignes rectifiées, chacune avec celle d’origine",
    "Lines corrected, each with the original one",
  ],
  "pane-rectify-line-place": ["{commune}, {school}", "{commune}, {school}"],
  "pane-rectify-no-line": ["aucune ligne", "no line"],
  "pane-rectify-others-one": [
    "Et 1 autre ligne, que la feuille donnera.",
    "And 1 other line, which the sheet will give.",
  ],
  "pane-rectify-others-other": [
    "Et {count} autres lignes, que la feuille donnera.",
    "And {count} other lines, which the sheet will give.",
  ],
  "pane-rectify-sheets": [
    "La prochaine génération ajoutera ce qui est à émettre : « Rectificatif » et « Certificat » pour ce qui baisse, « Titre complémentaire » pour ce qui augmente, la liste « Quotes-parts rectifiées », et une page par [commune] dont la quote-part change.",
    "The next generation will add what is to be issued: “Rectificatif” and “Certificat” for what falls, “Titre complémentaire” for what rises, the list “Quotes-parts rectifiées”, and a page for each [commune] whose share changes.",
  ],
  "pane-rectify-leave": ["Retirer le rectificatif", "Remove the correction"],
});

/** A code of the screens « Comparer », « Simuler » and « Rectifier ». */
export type AnalysisCode = keyof typeof fr;

/** Like `message`, with the texts of the screens « Comparer », « Simuler » and « Rectifier », loaded with them. */
export const analysisMessage = lazyTexts<AnalysisCode>({ fr, en });
