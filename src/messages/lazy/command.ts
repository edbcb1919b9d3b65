import { lazyTexts, type MessageCode } from "../catalogue";
import * as files from "./command-files";
import * as verify from "./verify";

/** Messages of the command alone. */
export const fr = {
  ...files.fr,
  ...verify.fr,
  "cli-no-input": "Aucun classeur n’est indiqué. Usage : {usage}",
  "cli-no-campaign": "La campagne n’est pas indiquée. Ajoutez par exemple --campaign 2014.",
  "cli-bad-campaign":
    "« {value} » n’est pas une campagne. Indiquez une année, par exemple --campaign 2014, ou son 1er novembre (2014-11-01).",
  "cli-bad-language": "« {value} » n’est pas une langue possible. Indiquez --lang fr ou --lang en.",
  "cli-unknown-flag": "L’option {flag} n’existe pas. Usage : {usage}",
  "cli-missing-value": "Il manque une valeur après {flag}. Usage : {usage}",
  "cli-useless-value": "L’option {flag} s’écrit sans valeur.",
  "cli-flag-twice": "L’option {flag} est donnée deux fois : aucune n’est appliquée.",
  "cli-input-missing": "Le fichier « {path} » est introuvable. Vérifiez son nom et son dossier.",
  "cli-input-folder": "« {path} » n’est pas un fichier. Indiquez un classeur, et non son dossier.",
  "cli-input-unreadable":
    "Le fichier « {path} » ne peut pas être ouvert ({reason}). Vérifiez que vous avez le droit de le lire.",
  "cli-input-twice":
    "Le fichier « {path} » est indiqué deux fois : il serait compté deux fois. Indiquez-le une seule fois.",
  "cli-same-name":
    "Deux classeurs portent le même nom, « {name} » : les sources seraient ambiguës. Renommez l’un des deux.",
  "cli-out-extension":
    "Le classeur produit à partir de « {file} » est au format {extension}, alors que --out indique « {path} ». Donnez-lui l’extension {extension}.",
  "cli-over-input":
    "« {path} », indiqué par {flag}, est un des fichiers lus : il n’est jamais remplacé. Choisissez un autre nom.",
  "cli-same-output": "{other} et {flag} désignent le même fichier, « {path} ». Donnez-leur deux noms différents.",
  "cli-output-exists":
    "Le fichier « {path} » existe déjà : il n’a pas été modifié. Choisissez un autre nom, ou ajoutez --overwrite pour le remplacer.",
  "cli-overwrite-unread":
    "« {path} », que --overwrite remplacerait, {?locked:est protégé par un mot de passe}{?damaged:ne peut pas être lu} : les versions et les états émis que son Journal connaît peut-être seraient perdus. Rien n’est écrit. Ouvrez-le dans Excel, {?locked:retirez le mot de passe}{?damaged:laissez-le le réparer}, enregistrez-le, puis recommencez ; ou choisissez un autre nom, ou supprimez ce fichier s’il n’a rien à garder.",
  "cli-output-folder": "Le dossier « {path} » n’existe pas. Créez-le, ou indiquez-en un autre.",
  "cli-output-not-file": "« {path} » n’est pas un fichier : rien ne peut y être écrit. Indiquez un nom de fichier.",
  "cli-output-not-folder": "« {path} » n’est pas un dossier : aucun PDF ne peut y être écrit. Indiquez un dossier.",
  "cli-json-too-deep":
    "Le fichier « {path} » emboîte plus de cent niveaux de crochets ou d’accolades : ce n’est ni un fichier d’options, ni une grille. Indiquez un autre fichier.",
  "cli-options-not-json":
    "Le fichier d’options « {path} » n’est pas du JSON lisible : la lecture s’arrête à la ligne {line}, colonne {column}. Corrigez-le à cet endroit.",
  "cli-options-not-utf8":
    "Le fichier d’options « {path} » n’est pas un texte en UTF-8. Enregistrez-le avec l’encodage UTF-8.",
  "cli-and-more": "{message} (autres points à corriger ensuite : {count})",
  "cli-reading": "Lecture de {file}…",
  "cli-computing": "Calcul…",
  "cli-writing": "Écriture…",
  "cli-campaign": "Campagne {campaign}, situation au {snapshot}",
  "cli-grid": "Tarif : {act}",
  "cli-titre":
    "{?debtor:Titre [de la Ville] [à la CAGB]}{?members:Titres [de la Ville] à ses [communes]} : {amount}{?provisional: (provisoire, des points étant à corriger)}",
  "cli-cagb": "  Part [de la CAGB] : {amount}",
  "cli-communes": "  Quotes-parts des [communes] : {amount}",
  "cli-counts": "Élèves : {pupils} · [Écoles] : {schools} · [Communes] : {communes}",
  "cli-mentions": "Mentions à donner, laissées en pointillés : {count} ({list})",
  "cli-anomalies": "Points : {errors} à corriger, {warnings} à vérifier, {infos} pour information",
  "cli-anomalies-alike": "[{count} de plus, du même genre]",
  "cli-more-places-one": " et une autre plage",
  "cli-more-places-other": " et {count} autres plages",
  "cli-way-out": "Une fois pour toutes, dans « {list} » des options : {entry}",
  "cli-other-way-out": "Ou bien, dans « {list} » : {entry}",
  "cli-options-to-save":
    "Options à enregistrer dans un fichier, à donner par --options : le premier choix de chaque point ci-dessus, à relire{?file:, avec tout ce que dit « {file} », que ce fichier remplace}{?sheet: ; les choix de même sorte de la feuille « Options [Ordiclasse] » y sont aussi, car ceux d’un fichier les remplacent}.{?blanks: Mettez l’une des valeurs proposées à la place de chaque « … ».}",
  "cli-more-anomalies": "  … et {count} de plus : voir la feuille « {sheet} » ou le JSON.",
  "cli-more-on-sheet": "  … et {count} de plus : voir la feuille « {sheet} ».",
  "cli-more-in-json": "  … et {count} de plus : voir le JSON.",
  "cli-more-nowhere": "  … et {count} de plus : ajoutez --json pour les lire tous.",
  "cli-wrote-out": "Classeur écrit : {path}",
  "cli-wrote-json": "JSON écrit : {path}",
  "cli-wrote-csv": "Lignes du titre écrites : {path}",
  "cli-wrote-csv-communes": "Titres des [communes] écrits : {path}",
  "cli-wrote-publipostage": "Liste pour le publipostage écrite : {path}",
  "cli-wrote-pdf": "PDF écrits dans « {path} » : {count}",
  "cli-pdf-gone": "PDF retirés de « {path} », d’une autre génération, que celle-ci ne refait pas : {count} ({names})",
  "cli-pdf-old":
    "PDF d’une autre génération, restés dans « {path} » : {count} ({names}). Celle-ci ne les refait pas : ne les envoyez pas. --overwrite les retire.",
  "cli-pdf-other":
    "PDF laissés dans « {path} », nommés comme les nôtres, que cette génération n’a pas faits : {count} ({names}). Ils ont été signés, modifiés ou protégés depuis, ou viennent d’ailleurs : retirez-les s’ils ne doivent pas partir.",
  "cli-drawing": "PDF : {done} sur {total}…",
  "cli-blocked":
    "Points à corriger, ci-dessus : {errors}. Ni le classeur, ni les listes, ni les PDF ne sont produits : corrigez l’inventaire, ou ajoutez --force pour facturer sans ce qui est en erreur.",
  "cli-forced":
    "Documents provisoires : points à corriger acceptés, {errors}. Ce qu’ils concernent n’est pas facturé ; le Journal en garde la liste.",
  "cli-forced-lines":
    "Documents provisoires : points à corriger acceptés, {errors}. Ce qu’ils concernent n’est pas facturé.",
  "cli-help-usage": "Usage : {usage}",
  "cli-help-input": "un ou plusieurs classeurs (.xlsx, .xlsm, .xls, .ods, .csv), lus ensemble",
  "cli-help-campaign": "la campagne : une année, ou son 1er novembre (2014-11-01)",
  "cli-help-out": "le premier classeur, avec les documents ajoutés",
  "cli-help-json": "le détail, pour un autre logiciel",
  "cli-help-csv": "les lignes du titre, pour un logiciel de gestion financière",
  "cli-help-csv-communes": "une ligne par [commune], pour les titres [de la CAGB]",
  "cli-help-publipostage": "une ligne par [commune], pour le publipostage de Word ou d’Outlook",
  "cli-help-pdf":
    "un dossier : l’état liquidatif et la fiche de chaque [commune], ou les pièces d’une rectification, en PDF",
  "cli-help-options": "les options, dans un fichier",
  "cli-help-convention": "une autre convention : convention.json, grid.json et communes.json dans un dossier",
  "cli-help-force": "produit les documents malgré les points à corriger, sans facturer ce qu’ils concernent",
  "cli-help-overwrite": "remplace un résultat qui existe déjà ; un fichier lu n’est jamais remplacé",
  "cli-help-lang": "la langue du résumé et des messages ; les documents restent en français",
  "cli-help-help": "affiche cette aide",
  "cli-help-version": "affiche la version",
  "cli-help-exit":
    "Code de sortie : 0, c’est fait ; 1, des points à corriger bloquent ; 2, arguments ou fichier inutilisables.",
  "cli-unexpected":
    "Erreur imprévue du programme : aucun fichier n’a été modifié. Signalez-la avec les lignes qui suivent.",
  "cli-help-compare": "compare avec le classeur d’une autre campagne, [commune] par [commune]",
  "cli-help-simulate": "essaie une autre grille (un fichier .json, ou un classeur avec un tableau « Tarifs »)",
  "cli-help-rectify": "rectifie l’état émis dans un classeur produit par [Ordiclasse]",
  "cli-csv-rectify":
    "{flag} donne toutes les lignes du titre, déjà émises : avec --rectify, elles seraient réclamées deux fois. Retirez {flag} ; les lignes rectifiées sont sur les feuilles de la correction et dans le JSON.",
  "cli-csv-issued":
    "{flag} donnerait des lignes qui ne sont pas à émettre : le Journal dit que l’état n° {issued}, version {issuedVersion}, de la campagne a été émis le {date} {?amounts:avec d’autres montants}{?number:sous ce numéro, qui n’est pas celui des options}, et elles seraient réclamées deux fois. {?amounts:Rectifiez cet état par --rectify}{?number:Reprenez ce numéro}, ou retirez {flag} ; --force les donne, chaque ligne et le nom du fichier disant « À NE PAS ÉMETTRE ».",
  "cli-convention-not-json":
    "Le fichier de convention « {path} » n’est pas du JSON lisible : la lecture s’arrête à la ligne {line}, colonne {column}. Corrigez-le à cet endroit.",
  "cli-convention-not-utf8":
    "Le fichier de convention « {path} » n’est pas un texte en UTF-8. Enregistrez-le avec l’encodage UTF-8.",
  "cli-grid-not-json":
    "La grille « {path} » n’est pas du JSON lisible : la lecture s’arrête à la ligne {line}, colonne {column}. Corrigez-la à cet endroit.",
  "cli-grid-not-utf8": "La grille « {path} » n’est pas un texte en UTF-8. Enregistrez-la avec l’encodage UTF-8.",
  "cli-grid-no-tarifs":
    "Le classeur « {file} » n’a pas de tableau « Tarifs » : il n’y a pas de grille à essayer. Ajoutez-le, ou donnez la grille dans un fichier .json.",
  "cli-compare": "Comparaison avec « {file} », campagne {campaign} ({from}) : {before} → {after}, soit {difference}",
  "cli-compare-from-journal": "d’après son Journal",
  "cli-compare-from-year-before": "sans Journal, l’année d’avant",
  "cli-compare-effects":
    "  Quantités : {quantities} · Tarifs : {prices} · [Écoles arrivées|arrivés] : {arrivals} · Fin de facturation : {departures}",
  "cli-analysis-parts": "  Part [de la CAGB] : {cagb} · Quotes-parts des [communes] : {communes}",
  "cli-compare-notable":
    "  [Communes] à expliquer (plus de 10 % et de 100 €) : {count} sur {communes} · [commune:Commentées|Commentés] : {done}",
  "cli-compare-other-years": "  Commentaires sur une autre année que {campaign} ({years}), non repris : {count}",
  "cli-compare-anomalies":
    "  Anomalies de « {file} » : {errors} à corriger, {warnings} à vérifier, {infos} pour information",
  "cli-blocked-compared":
    "Points à corriger dans « {file} », le classeur comparé, ci-dessus : {errors}. Ni le classeur, ni les listes, ni les PDF ne sont produits : corrigez « {file} », ou ajoutez --force pour comparer sans ce qui y est en erreur.",
  "cli-blocked-both":
    "Points à corriger, ci-dessus : {own} dans l’inventaire, {errors} dans « {file} », le classeur comparé. Ni le classeur, ni les listes, ni les PDF ne sont produits : corrigez-les, ou ajoutez --force pour facturer et comparer sans ce qui est en erreur.",
  "cli-forced-compared":
    "Comparaison : points à corriger acceptés dans « {file} », {errors}. Ce qu’ils concernent n’y est pas compté ; les montants facturés n’en dépendent pas.",
  "cli-simulate": "Simulation, aucun document officiel (projet, non voté) : {before} → {after}, soit {difference}",
  "cli-simulate-directions": "  [Communes] qui paieraient plus : {more} · moins : {less} · autant : {same}",
  "cli-simulate-anomalies":
    "  Points propres à l’essai : {errors} à corriger, {warnings} à vérifier, {infos} pour information",
  "cli-issued-amounts": "  En ligne de commande : --rectify, suivi du classeur émis.",
  "cli-rectify": "Rectificatif de l’état généré le {when} (« {file} ») : {before} → {after}, soit {difference}",
  "cli-rectify-complement": "  Titre complémentaire",
  "cli-rectify-reduction": "  Titre de réduction : annulation partielle du titre d’origine",
  "cli-rectify-cancellation": "  Titre d’annulation : annulation totale du titre d’origine",
  "cli-rectify-both": "  À émettre séparément : réduction de {reduction}, titre complémentaire de {complement}",
  "cli-rectify-none": "  Aucun montant ne change : il n’y a rien à émettre",
  "cli-rectify-lines": "  Lignes rectifiées : {lines} · [Communes] : {communes}",
} as const;

export const en = {
  ...files.en,
  ...verify.en,
  "cli-no-input": "No workbook is given. Usage: {usage}",
  "cli-no-campaign": "The campaign is missing. Add for instance --campaign 2014.",
  "cli-bad-campaign":
    "“{value}” is not a campaign. Give a year, for instance --campaign 2014, or its 1 November (2014-11-01).",
  "cli-bad-language": "“{value}” is not a possible language. Give --lang fr or --lang en.",
  "cli-unknown-flag": "There is no option {flag}. Usage: {usage}",
  "cli-missing-value": "A value is missing after {flag}. Usage: {usage}",
  "cli-useless-value": "The option {flag} takes no value.",
  "cli-flag-twice": "The option {flag} is given twice: neither is applied.",
  "cli-input-missing": "The file “{path}” cannot be found. Check its name and its folder.",
  "cli-input-folder": "“{path}” is not a file. Give a workbook, not its folder.",
  "cli-input-unreadable": "The file “{path}” cannot be opened ({reason}). Check that you may read it.",
  "cli-input-twice": "The file “{path}” is given twice: it would be counted twice. Give it once.",
  "cli-same-name": "Two workbooks have the same name, “{name}”: sources would be ambiguous. Rename one of them.",
  "cli-out-extension":
    "The workbook made from “{file}” is in {extension} format, but --out says “{path}”. Give it the extension {extension}.",
  "cli-over-input": "“{path}”, given by {flag}, is one of the files read: it is never replaced. Choose another name.",
  "cli-same-output": "{other} and {flag} are the same file, “{path}”. Give them two different names.",
  "cli-output-exists":
    "The file “{path}” exists already: it was not changed. Choose another name, or add --overwrite to replace it.",
  "cli-overwrite-unread":
    "“{path}”, which --overwrite would replace, {?locked:is protected by a password}{?damaged:cannot be read}: the versions and the issued statements that its Journal may know would be lost. Nothing is written. Open it in Excel, {?locked:remove the password}{?damaged:let Excel repair it}, save it, then start again; or choose another name, or delete that file if nothing in it is to be kept.",
  "cli-output-folder": "The folder “{path}” does not exist. Create it, or give another one.",
  "cli-output-not-file": "“{path}” is not a file: nothing can be written there. Give the name of a file.",
  "cli-output-not-folder": "“{path}” is not a folder: no PDF can be written there. Give a folder.",
  "cli-json-too-deep":
    "The file “{path}” nests more than a hundred levels of brackets: it is neither a file of options nor a grid. Give another file.",
  "cli-options-not-json":
    "The options file “{path}” is not readable JSON: reading stops at line {line}, column {column}. Correct it there.",
  "cli-options-not-utf8": "The options file “{path}” is not a text in UTF-8. Save it with the UTF-8 encoding.",
  "cli-and-more": "{message} (other points to correct afterwards: {count})",
  "cli-reading": "Reading {file}…",
  "cli-computing": "Computing…",
  "cli-writing": "Writing…",
  "cli-campaign": "Campaign {campaign}, situation on {snapshot}",
  "cli-grid": "Tariff: {act}",
  "cli-titre":
    "{?debtor:Claim of the [Ville] on the [CAGB]}{?members:Claims of the [Ville] on its [communes]}: {amount}{?provisional: (provisional, some points being to correct)}",
  "cli-cagb": "  Borne by the [CAGB]: {amount}",
  "cli-communes": "  Shares of the [communes]: {amount}",
  "cli-counts": "Pupils: {pupils} · [Schools]: {schools} · [Communes]: {communes}",
  "cli-mentions": "Particulars to give, left as dots: {count} ({list})",
  "cli-anomalies": "Points: {errors} to correct, {warnings} to check, {infos} for information",
  "cli-anomalies-alike": "[{count} more of the kind]",
  "cli-more-places-one": " and one other range",
  "cli-more-places-other": " and {count} other ranges",
  "cli-way-out": "Once for all, in “{list}” of the options: {entry}",
  "cli-other-way-out": "Or else, in “{list}”: {entry}",
  "cli-options-to-save":
    "Options to save in a file, to be given by --options: the first choice of each point above, to be read again{?file:, with all that “{file}” says, which that file replaces}{?sheet:; the choices of the same kinds of the sheet “Options [Ordiclasse]” are there too, since those of a file replace them}.{?blanks: Put one of the values proposed in the place of each “…”.}",
  "cli-more-anomalies": "  … and {count} more: see the sheet “{sheet}” or the JSON.",
  "cli-more-on-sheet": "  … and {count} more: see the sheet “{sheet}”.",
  "cli-more-in-json": "  … and {count} more: see the JSON.",
  "cli-more-nowhere": "  … and {count} more: add --json to read them all.",
  "cli-wrote-out": "Workbook written: {path}",
  "cli-wrote-json": "JSON written: {path}",
  "cli-wrote-csv": "Lines of the claim written: {path}",
  "cli-wrote-csv-communes": "Claims on [communes] written: {path}",
  "cli-wrote-publipostage": "List for mailing written: {path}",
  "cli-wrote-pdf": "PDFs written in “{path}”: {count}",
  "cli-pdf-gone":
    "PDFs taken out of “{path}”, of another generation, which this one does not make again: {count} ({names})",
  "cli-pdf-old":
    "PDFs of another generation, still in “{path}”: {count} ({names}). This one does not make them again: do not send them. --overwrite takes them away.",
  "cli-pdf-other":
    "PDFs left in “{path}”, named as ours are, that this generation did not make: {count} ({names}). They were signed, changed or protected since, or come from elsewhere: take them away if they must not be sent.",
  "cli-drawing": "PDF: {done} of {total}…",
  "cli-blocked":
    "Points to correct, above: {errors}. No workbook, list or PDF is made: correct the inventory, or add --force to bill without what is in error.",
  "cli-forced":
    "Provisional documents: points to correct accepted, {errors}. What they are about is not billed; the journal keeps the list.",
  "cli-forced-lines": "Provisional documents: points to correct accepted, {errors}. What they are about is not billed.",
  "cli-help-usage": "Usage: {usage}",
  "cli-help-input": "one or more workbooks (.xlsx, .xlsm, .xls, .ods, .csv), read together",
  "cli-help-campaign": "the campaign: a year, or its 1 November (2014-11-01)",
  "cli-help-out": "the first workbook, with the documents added",
  "cli-help-json": "the detail, for other software",
  "cli-help-csv": "the lines of the claim, for accounting software",
  "cli-help-csv-communes": "a line [a commune], for the claims of the [CAGB]",
  "cli-help-publipostage": "a line [a commune], to merge in a mailing",
  "cli-help-pdf":
    "a folder: the supporting statement and the sheet of each [commune], or the papers of a correction, as PDFs",
  "cli-help-options": "the options, in a file",
  "cli-help-convention": "another convention: convention.json, grid.json and communes.json in a folder",
  "cli-help-force": "makes the documents in spite of points to correct, and does not bill what these are about",
  "cli-help-overwrite": "replaces a result that exists already; a file read is never replaced",
  "cli-help-lang": "the language of the summary and messages; documents stay French",
  "cli-help-help": "shows this help",
  "cli-help-version": "shows the version",
  "cli-help-exit": "Exit code: 0, done; 1, points to correct hold it back; 2, unusable arguments or file.",
  "cli-unexpected": "Unexpected error of the program: no file was changed. Report it with the lines that follow.",
  "cli-help-compare": "compares with the workbook of another campaign, [commune] by [commune]",
  "cli-help-simulate": "tries another grid (a .json file, or a workbook with a table “Tarifs”)",
  "cli-help-rectify": "corrects the statement issued in a workbook made by [Ordiclasse]",
  "cli-csv-rectify":
    "{flag} gives all lines of the claim, issued already: with --rectify, they would be claimed twice. Leave {flag} out; the lines corrected are on the sheets of the correction and in the JSON.",
  "cli-csv-issued":
    "{flag} would give lines that are not to be issued: the Journal says that statement no. {issued}, version {issuedVersion}, of the campaign was issued on {date} {?amounts:with other amounts}{?number:under that number, which is not the one of the options}, and they would be claimed twice. {?amounts:Correct that statement by --rectify}{?number:Take that number again}, or leave {flag} out; --force gives them, each line and the file’s name saying “À NE PAS ÉMETTRE”.",
  "cli-convention-not-json":
    "The convention’s file “{path}” is no readable JSON: reading stops at line {line}, column {column}. Correct it there.",
  "cli-convention-not-utf8": "The convention’s file “{path}” is no UTF-8 text. Save it with the encoding UTF-8.",
  "cli-grid-not-json":
    "The grid “{path}” is no readable JSON: reading stops at line {line}, column {column}. Correct it there.",
  "cli-grid-not-utf8": "The grid “{path}” is no UTF-8 text. Save it with the encoding UTF-8.",
  "cli-grid-no-tarifs":
    "The workbook “{file}” has no table “Tarifs”: there is no grid to try. Add it, or give the grid in a .json file.",
  "cli-compare": "Comparison with “{file}”, {campaign} campaign ({from}): {before} → {after}, that is {difference}",
  "cli-compare-from-journal": "of its Journal",
  "cli-compare-from-year-before": "no Journal: the year before",
  "cli-compare-effects":
    "  Quantities: {quantities} · Tariffs: {prices} · [Schools] joined: {arrivals} · [Schools] left: {departures}",
  "cli-analysis-parts": "  Share of the [CAGB]: {cagb} · Shares of the [communes]: {communes}",
  "cli-compare-notable": "  [Communes] to explain (more than 10% and €100): {count} of {communes} · Commented: {done}",
  "cli-compare-other-years": "  Comments on another year than {campaign} ({years}), left out: {count}",
  "cli-compare-anomalies": "  Anomalies of “{file}”: {errors} to correct, {warnings} to check, {infos} for information",
  "cli-blocked-compared":
    "Points to correct in “{file}”, the workbook compared, above: {errors}. No workbook, list or PDF is made: correct “{file}”, or add --force to compare without what is in error there.",
  "cli-blocked-both":
    "Points to correct, above: {own} in the inventory, {errors} in “{file}”, the workbook compared. No workbook, list or PDF is made: correct them, or add --force to bill and compare without what is in error.",
  "cli-forced-compared":
    "Comparison: points to correct accepted in “{file}”, {errors}. What they are about is not counted there; the amounts billed do not depend on it.",
  "cli-simulate": "Simulation, no official document (project, not voted): {before} → {after}, that is {difference}",
  "cli-simulate-directions": "  [Communes] that would pay more: {more} · less: {less} · as much: {same}",
  "cli-simulate-anomalies":
    "  Points of the trial alone: {errors} to correct, {warnings} to check, {infos} for information",
  "cli-issued-amounts": "  On the command line: --rectify, then the workbook issued.",
  "cli-rectify": "Correction of the statement generated on {when} (“{file}”): {before} → {after}, that is {difference}",
  "cli-rectify-complement": "  Complementary claim",
  "cli-rectify-reduction": "  Reduction: the original claim is cancelled in part",
  "cli-rectify-cancellation": "  Cancellation: the original claim is cancelled whole",
  "cli-rectify-both": "  To be issued apart: a reduction of {reduction}, a complementary claim of {complement}",
  "cli-rectify-none": "  No amount changes: there is nothing to issue",
  "cli-rectify-lines": "  Lines corrected: {lines} · [Communes]: {communes}",
} as const satisfies Record<keyof typeof fr, string>;

/** A code of the command's own messages, or of the shared ones. */
export type CommandCode = MessageCode | keyof typeof fr;

export const commandMessage = lazyTexts<CommandCode>({ fr, en });
