import type { OwnWords } from "../catalogue";

const fr: Readonly<Record<string, string>> = {
  "tarifs-amount-date":
    "La cellule est une date (le {day}) et non un montant, dans la colonne « {column} » : un tableur prend « 1/2 » pour un jour. Saisissez ici le montant voté après une apostrophe (’37,90), ou mettez la cellule au format Nombre dans un tableur ; laissez-la vide s’il n’y a pas de tarif.",
  "tarifs-no-result":
    "La formule de la colonne « {column} » n’a pas de résultat enregistré. Saisissez ici la valeur votée ; ou ouvrez le fichier dans un tableur, enregistrez-le, puis rouvrez-le ici.",
  "options-sheet-bad-row":
    "« {value} » n’est pas un numéro de ligne. Indiquez-le comme la feuille l’affiche, à partir de 1.",
  "pane-confirm-text":
    "Rien n’est écrit avant votre confirmation. « Annuler la génération » restera possible tant que cette page est ouverte.",
  "pane-after-unfinished": "La génération précédente reste en place, entière.",
  "pane-issue-not-written": "Rien n’est inscrit au Journal : la nouvelle ligne n’a pas pu être écrite. Réessayez.",
  "pane-undo-impossible":
    "Aucune génération à annuler : seule la dernière faite depuis l’ouverture du fichier peut l’être.",
  "pane-detail-not-copied": "Ce navigateur ne permet pas la copie. Détail à transmettre à votre assistance : {detail}",
  "pane-edited-text":
    "Rien n’est encore écrit. Ces feuilles ne sont plus telles [qu’Ordiclasse] les avait écrites : ces saisies disparaîtraient. Une copie est gardée : « Annuler la génération » les remet en place, tant que cette page est ouverte.",
  "pane-headcounts-text":
    "Aucune feuille ne contient un nombre d’élèves par [école] : l’accès au portail n’est pas facturé. Si les effectifs sont dans un autre fichier, ajoutez-le.",
  "pane-files-kept":
    "Ces fichiers sont oubliés quand la page se ferme. « Relire » les reprend tels qu’ils ont été ajoutés : si l’un d’eux a changé, ajoutez-le de nouveau.",
  "pane-unrecognised-hidden":
    "feuille masquée ; pour la faire lire, affichez-la dans un tableur, puis rouvrez le fichier ici.",
  "formula-without-value":
    "Cette formule n’a pas de résultat enregistré ({count} dans la feuille) : sa cellule est lue comme vide. Tapez ici la valeur ; ou ouvrez le fichier dans un tableur, enregistrez-le, puis rouvrez-le ici.",
  "formula-without-result":
    "La formule de cette cellule n’a pas de résultat enregistré : ce qu’elle donne n’est pas facturé. Tapez ici la valeur ; ou enregistrez le classeur, ouvrez-le dans un tableur, qui le recalcule, enregistrez-le, puis rouvrez-le ici.",
  "total-without-result":
    "La formule de ce total n’a pas de résultat enregistré : il n’a pas pu être comparé au détail, qui seul est facturé. Enregistrez le classeur, ouvrez-le dans un tableur, qui le recalcule, enregistrez-le, puis rouvrez-le ici.",
  "file-corrupt":
    "Le fichier « {file} » est endommagé ou incomplet{?part: (partie « {part} »)}{?cell:, à la cellule {cell}} : il ne peut pas être lu. Ouvrez-le dans un tableur, laissez-le le réparer, enregistrez-le, puis rouvrez-le ici.",
  "file-password":
    "Le fichier « {file} » est protégé par un mot de passe : il ne peut pas être lu. Retirez le mot de passe dans un tableur, enregistrez, puis rouvrez-le ici.",
  "file-xls-too-old":
    "Le fichier « {file} » est à un format antérieur à Excel 97, qui ne peut pas être lu. Ouvrez-le dans un tableur, enregistrez-le au format .xlsx, puis rouvrez-le ici.",
  "office-sheet-vanished":
    "{?sheet:La feuille « {sheet} » n’est plus dans le classeur.}{?nosheet:Une feuille dont [Ordiclasse] a besoin n’est plus dans le classeur.}{?untouched: Rien n’a été changé dans le classeur.}{?restored: Vos documents précédents ont été remis en place.}{?unfinished: Réessayez.} Relisez le classeur dans le volet.",
  "office-not-taken":
    "La feuille « {sheet} » n’a pas pu être modifiée.{?untouched: Rien n’a été changé dans le classeur.}{?restored: Vos documents précédents ont été remis en place.}{?unfinished: Réessayez.} Réessayez ; si cela se reproduit, signalez-le.",
  "office-other":
    "L’opération a été interrompue (code {code}).{?untouched: Rien n’a été changé dans le classeur.}{?restored: Vos documents précédents ont été remis en place.}{?unfinished: Réessayez.} Réessayez ; si cela se reproduit, enregistrez le classeur, puis rouvrez-le ici.",
  "pane-explain-follow": "Suivre la cellule choisie dans la feuille",
  "pane-pupils-text":
    "La feuille {sheet} est une liste d’élèves : seul leur nombre par [école] est compté, aucun nom n’est copié. Pour qu’elle ne soit pas lue, {?own:masquez-la dans un tableur, puis rouvrez le fichier ici}{?other:retirez son fichier à l’étape Lecture ; ou masquez-la dans ce fichier, puis ajoutez-le de nouveau}.",
  "ambiguous-source":
    "{first} et {second} montrent les mêmes [écoles], avec d’autres quantités : rien n’en est facturé. Dites dans les options d’additionner, ou lequel garder (le premier, le dernier).",
  "no-school-column":
    "Ce tableau ne nomme pas les [écoles] et ses chiffres ne sont pas les sommes d’un détail par [école] : ses lignes ne sont pas facturées. Ajoutez une colonne « École », ou, si ce n’est qu’une récapitulation, dites dans les options qu’il n’y a rien à facturer.",
  "undated-source":
    "Ce tableau ne dit pas de quelle année il est, et celui de {kept}, de la campagne {campaign}, montre [toutes|tous ses écoles] : c’est ce dernier qui est facturé. Indiquez l’année dans le titre de celui-ci.",
};

const en: Readonly<Record<string, string>> = {
  "tarifs-amount-date":
    "The cell is a date ({day}), not an amount, in the column “{column}”: a spreadsheet takes “1/2” for a day. Type here the voted amount after an apostrophe (’37.90), or give the cell the Number format in a spreadsheet; leave it blank if there is no tariff.",
  "tarifs-no-result":
    "The formula of the column “{column}” has no saved result. Type the voted value here; or open the file in a spreadsheet, save it, then open it here again.",
  "options-sheet-bad-row": "“{value}” is not a row number. Give it as the sheet shows it, from 1 on.",
  "pane-confirm-text":
    "Nothing is written before you confirm. “Undo the generation” will stay possible as long as this page is open.",
  "pane-after-unfinished": "The previous generation is in place, whole.",
  "pane-issue-not-written": "Nothing is written in the Journal: the new row could not be written. Try again.",
  "pane-undo-impossible": "No generation to undo: only the last one made since the file was opened can be.",
  "pane-detail-not-copied": "This browser allows no copy. Detail to be given to your support: {detail}",
  "pane-edited-text":
    "Nothing is written yet. These sheets are no longer as [Ordiclasse] wrote them: what was typed would disappear. A copy is kept: “Undo the generation” puts them back, as long as this page is open.",
  "pane-headcounts-text":
    "No sheet holds a number of pupils for each [school]: access to the portal is not billed. If the headcounts are in another file, add it.",
  "pane-files-kept":
    "These files are forgotten when the page closes. “Re-read” takes them as they were added: if one of them changed, add it again.",
  "pane-unrecognised-hidden":
    "hidden sheet; to have it read, unhide it in a spreadsheet, then open the file here again.",
  "formula-without-value":
    "This formula has no saved result ({count} in the sheet): its cell is read as blank. Type the value here; or open the file in a spreadsheet, save it, then open it here again.",
  "formula-without-result":
    "The formula of this cell has no saved result: what it gives is not billed. Type the value here; or save the workbook, open it in a spreadsheet, which computes it again, save it, then open it here again.",
  "total-without-result":
    "The formula of this total has no saved result: it could not be compared with the detail, which alone is billed. Save the workbook, open it in a spreadsheet, which computes it again, save it, then open it here again.",
  "file-corrupt":
    "The file “{file}” is damaged or incomplete{?part: (part “{part}”)}{?cell:, in cell {cell}}: it cannot be read. Open it in a spreadsheet, let it repair the file, save it, then open it here again.",
  "file-password":
    "The file “{file}” is protected by a password: it cannot be read. Remove the password in a spreadsheet, save, then open it here again.",
  "file-xls-too-old":
    "The file “{file}” is in a format older than Excel 97, which cannot be read. Open it in a spreadsheet, save it as .xlsx, then open it here again.",
  "office-sheet-vanished":
    "{?sheet:The sheet “{sheet}” is no longer in the workbook.}{?nosheet:A sheet that [Ordiclasse] needs is no longer in the workbook.}{?untouched: Nothing was changed in the workbook.}{?restored: Your previous documents were put back.}{?unfinished: Try again.} Read the workbook again in the pane.",
  "office-not-taken":
    "The sheet “{sheet}” could not be changed.{?untouched: Nothing was changed in the workbook.}{?restored: Your previous documents were put back.}{?unfinished: Try again.} Try again; if it happens again, report it.",
  "office-other":
    "The operation was interrupted (code {code}).{?untouched: Nothing was changed in the workbook.}{?restored: Your previous documents were put back.}{?unfinished: Try again.} Try again; if it happens again, save the workbook, then open it here again.",
  "pane-explain-follow": "Follow the cell selected in the sheet",
  "pane-pupils-text":
    "Sheet {sheet} is a list of pupils: only their number in each [school] is counted, no name is copied. To have it not read, {?own:hide it in a spreadsheet, then open the file here again}{?other:remove its file in the step Reading; or hide it in that file, then add the file again}.",
  "ambiguous-source":
    "{first} and {second} show the same [schools], with other quantities: neither is billed. Say in the options to add them, or which to keep (the first, the last).",
  "no-school-column":
    "This table does not name the [schools], and its figures are not the sums of a detail by [school]: its rows are not billed. Add a column “École”, or, if it is only a recap, say in the options that there is nothing to bill.",
  "undated-source":
    "This table does not say its year, and the one at {kept}, of campaign {campaign}, shows all of its [schools]: that one is billed. Put the year in this one’s title.",
};

/** The message of a point in several cells, by the code of its anomalies. */
const points: Readonly<Record<"fr" | "en", Readonly<Record<string, string>>>> = {
  fr: {
    "formula-without-result":
      "{count} formules n’ont pas de résultat : ces quantités ne sont pas facturées. Tapez ici les nombres ; ou enregistrez le classeur, ouvrez-le dans un tableur, qui le recalcule, enregistrez-le, puis rouvrez-le ici.",
    "total-without-result":
      "Les formules de {count} totaux n’ont pas de résultat : ils n’ont pas pu être comparés au détail, qui seul est facturé. Enregistrez le classeur, ouvrez-le dans un tableur, qui le recalcule, enregistrez-le, puis rouvrez-le ici.",
  },
  en: {
    "formula-without-result":
      "{count} formulas have no result: these quantities are not billed. Type the numbers here; or save the workbook, open it in a spreadsheet, which computes it again, save it, then open it here again.",
    "total-without-result":
      "The formulas of {count} totals have no result: they could not be compared with the detail, which alone is billed. Save the workbook, open it in a spreadsheet, which computes it again, save it, then open it here again.",
  },
};

/**
 * The texts of the page without Excel that replace those about Excel, its ribbon or its window. They have the same
 * codes and placeholders.
 */
export const pageWords: OwnWords = { texts: { fr, en }, points };
