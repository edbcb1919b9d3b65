import { lazyTexts, type MessageCode } from "../catalogue";

/** Messages about a received workbook, whose documents are regenerated and compared. */
export const fr = {
  "verify-conforms":
    "Conforme\u00a0: {fiches} {?several:fiches}{?one:fiche}, état {number} version {version}, {amount}{?errors: (provisoire\u00a0: points à corriger acceptés, {errors})}",
  "verify-differs":
    "Non conforme\u00a0: {count} {?differences:différences}{?difference:différence}, état {number} version {version}, {amount} selon l’inventaire",
  "verify-not-compared":
    "Non conforme\u00a0: les documents de «\u00a0{file}\u00a0» ne peuvent pas être refaits. Demandez le classeur tel qu’il a été généré.",
  "verify-issued": "Son Journal dit que l’état a été émis le {date}.",
  "verify-past-runs":
    "Générations antérieures du Journal\u00a0: {count}. Leurs documents n’y sont plus\u00a0: seule l’empreinte de leurs lignes est vérifiée.",
  "verify-unmade":
    "Non refaits, parce qu’ils reposent aussi sur un fichier qui n’est pas dans le classeur\u00a0: {list}. Leur empreinte vérifie leurs textes et leurs formules, et non les résultats enregistrés\u00a0: faites-les recalculer par un tableur.",
  "verify-without-results":
    "Formules sans résultat enregistré dans les documents\u00a0: {count}. Un tableur montre leurs résultats quand il ouvre le classeur.",
  "verify-no-documents":
    "«\u00a0{file}\u00a0» n’a pas de document [d’Ordiclasse]{?values:, ou son format ({format}) n’en garde pas ce qui le dit}\u00a0: il n’y a rien à vérifier. Donnez le classeur généré, en .xlsx ou .xlsm.",
  "verify-no-journal":
    "Le Journal manque, ou aucune génération n’y figure\u00a0: rien ne dit de quelle campagne ni avec quelles options les documents ont été faits. Demandez le classeur tel qu’il a été généré.",
  "verify-unreadable-journal":
    "La dernière ligne du Journal a été modifiée au point de ne plus dire sa génération. Demandez le classeur tel qu’il a été généré.",
  "verify-key-lost":
    "La feuille «\u00a0{sheet}\u00a0» a été générée, et le nom masqué qui dit quel document elle est (ORDICLASSE_CLE) a été modifié ou ôté. Demandez le classeur tel qu’il a été généré.",
  "verify-record-broken":
    "Ce que le classeur garde de sa dernière génération (les noms masqués ORDICLASSE_GENERATION_1 et suivants, à côté du Journal) a été modifié et ne se lit plus. Demandez le classeur tel qu’il a été généré.",
  "verify-file-missing":
    "Les documents ont été faits aussi avec «\u00a0{source}\u00a0», qui n’est pas dans le classeur. Demandez ce fichier, et donnez-le en même temps que le classeur.",
  "verify-no-results":
    "La feuille «\u00a0{sheet}\u00a0» a des formules sans résultat\u00a0: le classeur a été enregistré par un programme qui ne calcule pas. Ouvrez-le dans Excel ou LibreOffice, enregistrez-le, puis recommencez.",
  "verify-convention-unknown":
    "Les documents de «\u00a0{file}\u00a0» ont été produits, le {when}, avec une convention donnée à part (--convention){?given:, qui n’est pas celle que vous donnez}\u00a0: donnez le même dossier, sinon rien ne peut être refait.",
  "verify-options-unknown":
    "Les options de la génération du {when} ne sont ni dans le classeur, ni celles qui sont données. Demandez le fichier des options, et donnez-le par --options.",
  "verify-not-remade": "L’inventaire ne permet plus de refaire les documents\u00a0: {message}",
  "verify-source-changed":
    "La feuille «\u00a0{sheet}\u00a0» n’a plus les valeurs qu’elle avait à la génération du {when}\u00a0: l’inventaire a changé depuis, et les documents non. Régénérez-les, ou demandez le classeur tel qu’il a été généré.",
  "verify-source-missing":
    "La feuille «\u00a0{sheet}\u00a0» de «\u00a0{source}\u00a0», lue à la génération du {when}, n’y est plus.",
  "verify-source-added":
    "La feuille «\u00a0{sheet}\u00a0» n’était pas là à la génération du {when}\u00a0: elle change ce qui est facturé.",
  "verify-sheet-missing": "Le document «\u00a0{sheet}\u00a0» manque.",
  "verify-sheet-copy":
    "La feuille «\u00a0{sheet}\u00a0» est la copie d’un document\u00a0: rien de ce qu’elle dit n’est vérifié. Supprimez-la, puis recommencez.",
  "verify-sheet-added": "Le document «\u00a0{sheet}\u00a0» n’est pas de cette génération.",
  "verify-cell-differs":
    "{?blank:La cellule est vide}{?found:Il y a {found}}, et {?wanted:il devrait y avoir {wanted}}{?none:la cellule devrait être vide}.",
  "verify-result-differs": "La formule est la bonne, mais son résultat est {found}, au lieu de {wanted}.",
  "verify-format-differs": "Le nombre est le bon, mais son format montre {found}, au lieu de {wanted}.",
  "verify-sheet-hidden": "Ce document est masqué\u00a0: affichez-le (clic droit sur un onglet, Afficher).",
  "verify-hidden":
    "{?rows:Des lignes sont masquées\u00a0: {rows}.}{?columns:Des colonnes sont masquées\u00a0: {columns}.} Affichez-les.",
  "verify-link-differs":
    "{?blank:Le lien a été ôté}{?found:Le lien mène à {found}}, et {?wanted:devrait mener à {wanted}}{?none:il ne devrait pas y en avoir}.",
  "verify-changed-by-hand":
    "Une au moins de ces cellules n’est plus ce que dit l’empreinte de la feuille\u00a0: {cells}{?more:…}. Rien d’autre ne dit ce qu’il y avait.",
  "verify-name-differs":
    "{?hidden:Le nom masqué {name} a été modifié. Demandez le classeur tel qu’il a été généré.}{?shown:Le nom {name} mène à {found}, et devrait mener à {wanted}.}",
  "verify-name-missing":
    "{?hidden:Le nom masqué {name} manque. Demandez le classeur tel qu’il a été généré.}{?shown:Le nom {name} manque\u00a0: il devrait mener à {wanted}.}",
  "verify-name-added":
    "{?hidden:Le nom masqué {name} n’est pas de cette génération.}{?shown:Le nom {name} n’est pas de cette génération\u00a0: il mène à {found}.}",
  "verify-sheet-unknown":
    "La feuille «\u00a0{sheet}\u00a0» n’était pas là à la génération\u00a0: rien de ce qu’elle dit n’est vérifié.",
  "verify-options-changed": "La feuille «\u00a0{sheet}\u00a0» n’est plus celle de la génération.",
  "verify-grid-changed": "La grille «\u00a0{sheet}\u00a0» n’est plus celle de la génération.",
} as const;

export const en = {
  "verify-conforms":
    "Conforms: {fiches} {?several:rebilling sheets}{?one:rebilling sheet}, statement {number} version {version}, {amount}{?errors: (provisional: points to correct accepted, {errors})}",
  "verify-differs":
    "Does not conform: {count} {?differences:differences}{?difference:difference}, statement {number} version {version}, {amount} by the inventory",
  "verify-not-compared":
    "Does not conform: the documents of “{file}” cannot be made again. Ask for the workbook as it was generated.",
  "verify-issued": "Its Journal says that the statement was issued on {date}.",
  "verify-past-runs":
    "Earlier generations in the Journal: {count}. Their documents are no longer there: only the checksum of their rows is verified.",
  "verify-unmade":
    "Not made again, since they also rest on a file that is not in the workbook: {list}. Their checksum verifies their texts and formulas, and not the results saved: have a spreadsheet calculate them again.",
  "verify-without-results":
    "Formulas without a saved result in the documents: {count}. A spreadsheet shows their results once it opens the workbook.",
  "verify-no-documents":
    "“{file}” has no document of [Ordiclasse]{?values:, or its format ({format}) does not keep what tells them}: there is nothing to verify. Give the workbook generated, as .xlsx or .xlsm.",
  "verify-no-journal":
    "The Journal is missing, or no generation is in it: nothing tells of which campaign, nor with which options, the documents were made. Ask for the workbook as it was generated.",
  "verify-unreadable-journal":
    "The last row of the Journal was changed so far that it tells no generation any more. Ask for the workbook as it was generated.",
  "verify-key-lost":
    "Sheet “{sheet}” was generated, and the hidden name that says which document it is (ORDICLASSE_CLE) was changed or taken out. Ask for the workbook as it was generated.",
  "verify-record-broken":
    "What the workbook keeps of its last generation (the hidden names ORDICLASSE_GENERATION_1 and following, beside the Journal) was changed and cannot be read any more. Ask for the workbook as it was generated.",
  "verify-file-missing":
    "The documents were also made with “{source}”, which is not in the workbook. Ask for that file, and give it beside the workbook.",
  "verify-no-results":
    "Sheet “{sheet}” has formulas without results: the workbook was saved by a program that does not compute. Open it in Excel or LibreOffice, save it, then try again.",
  "verify-convention-unknown":
    "The documents of “{file}” were made, on {when}, with a convention given apart (--convention){?given:, which is not the one you give}: give the same folder, else nothing can be made again.",
  "verify-options-unknown":
    "The options of the generation of {when} are neither in the workbook nor those given. Ask for the file of options, and give it with --options.",
  "verify-not-remade": "The inventory no longer lets the documents be made again: {message}",
  "verify-source-changed":
    "Sheet “{sheet}” no longer has the values that it had at the generation of {when}: the inventory changed since, and the documents did not. Generate them again, or ask for the workbook as it was generated.",
  "verify-source-missing": "Sheet “{sheet}” of “{source}”, read at the generation of {when}, is no longer there.",
  "verify-source-added": "Sheet “{sheet}” was not there at the generation of {when}: it changes what is billed.",
  "verify-sheet-missing": "Document “{sheet}” is missing.",
  "verify-sheet-copy":
    "Sheet “{sheet}” is a copy of a document: nothing that it says is verified. Delete it, then try again.",
  "verify-sheet-added": "Document “{sheet}” is not of this generation.",
  "verify-cell-differs":
    "{?blank:The cell is blank}{?found:It holds {found}}, and should {?wanted:hold {wanted}}{?none:be blank}.",
  "verify-result-differs": "The formula is right, but its result is {found}, instead of {wanted}.",
  "verify-format-differs": "The number is right, but its format shows {found}, instead of {wanted}.",
  "verify-sheet-hidden": "This document is hidden: show it (right click on a tab, Unhide).",
  "verify-hidden": "{?rows:Rows are hidden: {rows}.}{?columns:Columns are hidden: {columns}.} Show them.",
  "verify-link-differs":
    "{?blank:The link was taken out}{?found:The link leads to {found}}, and {?wanted:should lead to {wanted}}{?none:there should be none}.",
  "verify-changed-by-hand":
    "One at least of these cells is no longer what the checksum of the sheet says: {cells}{?more:…}. Nothing else tells what was there.",
  "verify-name-differs":
    "{?hidden:Hidden name {name} was changed. Ask for the workbook as it was generated.}{?shown:Name {name} leads to {found}, and should lead to {wanted}.}",
  "verify-name-missing":
    "{?hidden:Hidden name {name} is missing. Ask for the workbook as it was generated.}{?shown:Name {name} is missing: it should lead to {wanted}.}",
  "verify-name-added":
    "{?hidden:Hidden name {name} is not of this generation.}{?shown:Name {name} is not of this generation: it leads to {found}.}",
  "verify-sheet-unknown": "Sheet “{sheet}” was not there at the generation: nothing that it says is verified.",
  "verify-options-changed": "Sheet “{sheet}” is no longer the one of the generation.",
  "verify-grid-changed": "Grid “{sheet}” is no longer the one of the generation.",
} as const satisfies Record<keyof typeof fr, string>;

/** A code of a message about a received workbook. */
export type VerifyCode = keyof typeof fr;

export const verifyMessage = lazyTexts<VerifyCode | MessageCode>({ fr, en });
