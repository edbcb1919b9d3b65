import { byLanguage } from "../by-language";
import { lazyTexts } from "../catalogue";

/** Texts of the page that opens workbooks without Excel, around the pane. */
export const { fr, en } = byLanguage({
  "browser-title": ["[Ordiclasse] dans le navigateur", "[Ordiclasse] in the browser"],
  "browser-lead": [
    "Refacturez l’informatique des [écoles] sans Excel : ouvrez votre inventaire ici, vérifiez-le, produisez les documents, enregistrez le classeur.",
    "Rebill [schools]’ IT without Excel: open your inventory here, check it, make the documents, save the workbook.",
  ],
  "browser-drop": ["Déposez ici votre inventaire", "Drop your inventory here"],
  "browser-formats": [
    "Fichiers .xlsx, .xlsm, .xls, .ods ou .csv ; plusieurs à la fois si vos effectifs sont à part.",
    "Files .xlsx, .xlsm, .xls, .ods or .csv; several at once if your headcounts are apart.",
  ],
  "browser-choose": ["Choisir un fichier…", "Choose a file…"],
  "browser-example": ["Essayer avec un exemple", "Try with an example"],
  "browser-verify": ["Vérifier un classeur reçu…", "Verify a workbook received…"],
  "browser-verify-help": [
    "Un classeur reçu avec ses documents : ils sont refaits et comparés, cellule par cellule. Rien n’est écrit.",
    "A workbook received with its documents: they are made again and compared, cell by cell. Nothing is written.",
  ],
  "browser-verifying": ["Vérification de {file}…", "Verifying {file}…"],
  "browser-verified": ["Vérification de « {file} »", "Verification of “{file}”"],
  "browser-not-verified": ["La vérification n’a pas pu se faire.", "It could not be verified."],
  "browser-verify-more": [
    "… et {count} de plus : la commande rebill --verify les donne toutes.",
    "… and {count} more: the command rebill --verify gives all of them.",
  ],
  "browser-verify-another": ["Vérifier un autre classeur…", "Verify another workbook…"],
  "browser-verify-leave": ["Revenir à l’accueil", "Back to the start"],
  "browser-private": [
    "Rien ne quitte votre navigateur : le fichier est lu sur ce poste, et n’est pas modifié ; le résultat est un autre fichier.",
    "Nothing leaves your browser: the file is read on this computer, and is not changed; the result is another file.",
  ],
  "browser-limits": [
    "Les graphiques et les images de vos feuilles ne sont pas dessinés à l’écran ; le fichier enregistré les garde. Une somme qui dépend d’une cellule corrigée ici est recalculée ; toute autre formule n’a plus de résultat avant qu’un tableur la recalcule.",
    "Charts and pictures of your sheets are not drawn on the screen; the file saved keeps them. A sum that depends on a cell corrected here is computed again; any other formula has no result until a spreadsheet has computed it.",
  ],
  "browser-cell-keys": [
    "Tapez pour remplacer, F2 pour modifier, Suppr pour vider, F6 pour aller au volet.",
    "Type to replace, F2 to change, Delete to clear, F6 to go to the pane.",
  ],
  "browser-keys": [
    "Au clavier : F6 passe de la feuille au volet et retour, Alt+→ va au point suivant, F1 l’ouvre dans le volet, où un chiffre choisit une réponse, Ctrl+Entrée presse le bouton principal du volet, Ctrl+Z annule la dernière correction, Ctrl+S enregistre le classeur.",
    "From the keyboard: F6 goes from the sheet to the pane and back, Alt+→ goes to the next point, F1 opens it in the pane, where a digit chooses an answer, Ctrl+Enter presses the main button of the pane, Ctrl+Z undoes the last correction, Ctrl+S saves the workbook.",
  ],
  "browser-to-pane": ["Aller au volet (F6)", "Go to the pane (F6)"],
  "browser-language": ["English", "Français"],
  "browser-opening": ["Ouverture de « {file} »…", "Opening “{file}”…"],
  "browser-opening-rows": [
    "Ouverture de « {file} » : {done} lignes sur {total}…",
    "Opening “{file}”: {done} of {total} rows…",
  ],
  "browser-loading-failed": [
    "La page n’a pas pu charger la suite du programme. Vérifiez la connexion à l’intranet, puis réessayez.",
    "The page could not load the rest of the program. Check the connection to the intranet, then try again.",
  ],
  "browser-example-failed": [
    "L’exemple n’a pas pu être chargé. Vérifiez la connexion à l’intranet, puis réessayez.",
    "The example could not be loaded. Check the connection to the intranet, then try again.",
  ],
  "browser-file-unreadable": [
    "Le fichier « {file} » ne peut plus être lu : il a été déplacé, ou un autre programme le tient ouvert. Choisissez-le de nouveau.",
    "The file “{file}” can no longer be read: it was moved, or another program holds it. Choose it again.",
  ],
  "browser-sheets": ["Feuilles du classeur", "Sheets of the workbook"],
  "browser-sheet-hidden": ["{sheet} (masquée)", "{sheet} (hidden)"],
  "browser-hidden-sheets": ["Feuilles masquées ({count})", "Hidden sheets ({count})"],
  "browser-hidden-sheet": [
    "Cette feuille est masquée dans le classeur : elle n’est ni lue ni facturée. Pour qu’elle le soit, affichez-la dans un tableur, puis rouvrez le fichier ici.",
    "This sheet is hidden in the workbook: it is neither read nor billed. To have it read, unhide it in a spreadsheet, then open the file here again.",
  ],
  "browser-hidden": [
    "{?rows:Lignes masquées : {rows}. }{?columns:Colonnes masquées : {columns}.}",
    "{?rows:Hidden rows: {rows}. }{?columns:Hidden columns: {columns}.}",
  ],
  "browser-hidden-show": ["Les afficher", "Show them"],
  "browser-hidden-hide": ["Les masquer de nouveau", "Hide them again"],
  "browser-conditions": [
    "Mises en forme conditionnelles : visibles dans le fichier enregistré.",
    "Conditional formatting: seen in the file saved.",
  ],
  "browser-values-only": [
    "De ce fichier, seules les valeurs sont reprises dans le classeur enregistré.",
    "Only the values of this file go into the workbook saved.",
  ],
  "browser-drawn-chart": ["Graphique : visible dans le fichier enregistré", "Chart: seen in the file saved"],
  "browser-drawn-picture": ["Image : visible dans le fichier enregistré", "Picture: seen in the file saved"],
  "browser-drawn-drawing": ["Dessin : visible dans le fichier enregistré", "Drawing: seen in the file saved"],
  "browser-list": ["Liste des feuilles", "List of sheets"],
  "browser-list-open": [" : chercher dans la liste", ": search the list"],
  "browser-list-search": ["[Commune] ou [école]…", "[Commune] or [school]…"],
  "browser-list-documents": ["Documents", "Documents"],
  "browser-list-fiches": ["Fiches", "Rebilling sheets"],
  "browser-list-own": ["Vos feuilles", "Your sheets"],
  "browser-list-none": ["Rien ne correspond à « {text} ».", "Nothing matches “{text}”."],
  "browser-list-found-one": ["{count} feuille trouvée", "{count} sheet found"],
  "browser-list-found-other": ["{count} feuilles trouvées", "{count} sheets found"],
  "browser-document": ["Document à l’écran", "Document on the screen"],
  "browser-document-previous": ["Document précédent (Alt + ←)", "Previous document (Alt + ←)"],
  "browser-document-next": ["Document suivant (Alt + →)", "Next document (Alt + →)"],
  "browser-document-place": ["{n} sur {total}", "{n} of {total}"],
  "browser-zoom-width": ["Largeur", "Width"],
  "browser-zoom-page": ["Page", "Page"],
  "browser-print": ["Imprimer", "Print"],
  "browser-pdf-fiche": ["PDF de cette fiche", "PDF of this sheet"],
  "browser-pdf-document": ["En PDF", "As PDF"],
  "browser-follow": ["Aller à {place}", "Go to {place}"],
  "browser-row": ["Ligne", "Row"],
  "browser-grid": ["Feuille {sheet}", "Sheet {sheet}"],
  "browser-divider": ["Largeur du volet", "Width of the pane"],
  "browser-workbook": ["Classeur", "Workbook"],
  "browser-cell": ["Cellule {cell}", "Cell {cell}"],
  "browser-name-box": ["Zone de nom : cellules choisies", "Name box: selected cells"],
  "browser-no-place": [
    "« {place} » ne désigne aucune cellule : donnez B12, B2:D5, C:C, 3:5 ou Feuille!B12.",
    "“{place}” names no cell: give B12, B2:D5, C:C, 3:5 or Sheet!B12.",
  ],
  "browser-find": ["Rechercher dans la feuille", "Find in the sheet"],
  "browser-find-hint": ["Rechercher · Ctrl+F", "Find · Ctrl+F"],
  "browser-not-found": [
    "« {text} » n’est dans aucune cellule de cette feuille.",
    "“{text}” is in no cell of this sheet.",
  ],
  "browser-to-correct": ["Lignes à corriger", "Rows to correct"],
  "browser-none-to-correct": ["Aucune ligne à corriger dans cette feuille.", "No row to correct in this sheet."],
  "browser-mark-point": ["{severity} : {what} (F1 : ouvrir le point).", "{severity}: {what} (F1: open the point)."],
  "browser-mark-changed": [
    "Modifié : {?before:« {before} »}{?blank:cellule vide} à l’ouverture.",
    "Changed: {?before:“{before}”}{?blank:a blank cell} when opened.",
  ],
  "browser-mark-heading": ["Colonne lue comme : {meaning}.", "Column read as: {meaning}."],
  "browser-legend": ["Légende de la feuille", "Legend of the sheet"],
  "browser-legend-place": ["[commune], [école]", "[commune], [school]"],
  "browser-legend-pupils": ["élèves", "pupils"],
  "browser-legend-billed": ["facturé", "billed"],
  "browser-legend-untariffed": ["sans tarif", "no tariff"],
  "browser-legend-error": ["à corriger", "to correct"],
  "browser-legend-warning": ["à vérifier", "to check"],
  "browser-legend-changed": ["modifié", "changed"],
  "browser-sum": ["{?sum:Somme : {sum} · }Non vides : {count}", "{?sum:Sum: {sum} · }Not blank: {count}"],
  "browser-zoom": ["Zoom de la feuille", "Zoom of the sheet"],
  "browser-zoom-in": ["Agrandir la feuille", "Enlarge the sheet"],
  "browser-zoom-out": ["Réduire la feuille", "Shrink the sheet"],
  "browser-percent": ["{percent} %", "{percent}%"],
  "browser-readonly": [
    "Cette feuille est un document produit : corrigez l’inventaire, puis générez de nouveau, plutôt que de la modifier ici.",
    "This sheet is a document that was made: correct the inventory, then generate again, rather than changing it here.",
  ],
  "browser-save": ["Enregistrer le classeur", "Save the workbook"],
  "browser-other": ["Ouvrir un autre fichier…", "Open another file…"],
  "browser-beside": [
    "Les documents vont dans « {file} ». Lus avec lui : {others}. Pour qu’ils aillent dans un autre, ouvrez celui-là d’abord, puis ajoutez les autres dans le volet.",
    "Documents go into “{file}”. Read with it: {others}. To have them in another one, open that one first, then add the others in the pane.",
  ],
  "browser-others-kept": ["Les autres fichiers sont ouverts.", "The other files are open."],
  "browser-refusals-read": ["Fermer ce message", "Close this message"],
  "browser-explain": ["Expliquer", "Explain"],
  "browser-outputs": ["PDF et listes", "PDFs and lists"],
  "browser-outputs-later": [
    "Les PDF et les listes sont tirés des documents : générez-les d’abord, dans le volet, ou mettez-les à jour.",
    "PDFs and lists are made of the documents: generate them first, in the pane, or bring them up to date.",
  ],
  "browser-outputs-correction": [
    "L’état est émis : « Lignes du titre » n’est plus proposé, car cette liste porte le montant entier, déjà réclamé, qui le serait deux fois. Réclamez ou rendez la seule différence, par le rectificatif.",
    "The statement is issued: “Lines of the claim” is no longer offered, as this list has the whole amount, claimed already, which would be claimed twice. Claim or give back the difference alone, by the correction.",
  ],
  "browser-outputs-provisional-one": [
    "Provisoire : 1 point reste à corriger, et ce qui est en cause n’est pas dans ces listes.",
    "Provisional: 1 point is still to be corrected, and what it is about is not in these lists.",
  ],
  "browser-outputs-provisional-other": [
    "Provisoire : {count} points restent à corriger, et ce qui est en cause n’est pas dans ces listes.",
    "Provisional: {count} points are still to be corrected, and what they are about is not in these lists.",
  ],
  "browser-output-pdfs": ["Les PDF à envoyer (.zip)", "PDFs to send (.zip)"],
  "browser-output-titre": ["Lignes du titre (.csv)", "Lines of the claim (.csv)"],
  "browser-output-communes": ["Titres des [communes] (.csv)", "Claims on [communes] (.csv)"],
  "browser-output-publipostage": ["Publipostage (.csv)", "Mailing list (.csv)"],
  "browser-encoding": ["Encodage des listes", "Encoding of lists"],
  "browser-encoding-utf-8": ["UTF-8 (le plus courant)", "UTF-8 (the most common)"],
  "browser-encoding-windows-1252": [
    "Windows-1252 (pour un logiciel qui ne lit pas l’UTF-8)",
    "Windows-1252 (for software that does not read UTF-8)",
  ],
  "browser-pdf-not-saved": [
    "Aucun PDF enregistré : les documents ne correspondent plus à l’inventaire, ou le classeur n’est pas lu. Le volet dit ce qui manque.",
    "No PDF saved: the documents no longer match the inventory, or the workbook is not read. The pane says what is missing.",
  ],
  "browser-pdfs-not-saved": ["Aucun PDF enregistré.", "No PDF saved."],
  "browser-list-character": [
    "« {character} » n’existe pas en Windows-1252 : la liste n’est pas enregistrée. Choisissez UTF-8, ou corrigez l’inventaire.",
    "“{character}” does not exist in Windows-1252: the list is not saved. Choose UTF-8, or correct the inventory.",
  ],
  "browser-given": ["« {file} » est dans vos téléchargements.", "“{file}” is in your downloads."],
  "browser-unsaved": ["modifications à enregistrer", "changes to save"],
  "browser-saved": [
    "« {file} » est dans vos téléchargements. Un tableur le recalcule quand il l’ouvre.{?behind: Les documents n’y sont pas à jour : relisez, puis générez de nouveau.}{?issue: L’émission commencée dans le volet n’y est pas : inscrivez-la au Journal, puis enregistrez de nouveau.}",
    "“{file}” is in your downloads. A spreadsheet computes it again when it opens it.{?behind: Its documents are not up to date: re-read, then generate again.}{?issue: The issue begun in the pane is not in it: write it in the Journal, then save again.}",
  ],
  "browser-not-saved": [
    "Le navigateur n’a pas pu faire le fichier « {file} » ({reason}). Rien n’est perdu : le classeur est toujours ouvert ici. Fermez d’autres onglets, puis enregistrez de nouveau.",
    "The browser could not make the file “{file}” ({reason}). Nothing is lost: the workbook is still open here. Close other tabs, then save again.",
  ],
  "browser-asked": [
    "Que faire de « {file} » ?{?unsaved: Des modifications de ce classeur ne sont pas enregistrées : l’ouvrir à la place les perd.}",
    "What is “{file}” for?{?unsaved: Some changes of this workbook are not saved: opening it instead loses them.}",
  ],
  "browser-asked-open": [
    "Ouvrir à la place{?unsaved:, sans enregistrer}",
    "Open it instead{?unsaved:, without saving}",
  ],
  "browser-asked-choices": ["Reprendre ses choix ({count})", "Take its choices ({count})"],
  "browser-asked-compare": ["Comparer", "Compare"],
  "browser-asked-beside": ["Le lire avec celui-ci", "Read it with this one"],
  "browser-asked-nothing": ["Le laisser", "Leave it"],
  "browser-stopped": [
    "La page ne peut plus rien faire de « {file} » : le programme qui le tenait s’est arrêté. Ses feuilles restent visibles ; elles ne peuvent plus être ni corrigées ni enregistrées.",
    "The page can do nothing more with “{file}”: the program that held it stopped. Its sheets stay in view; they can no longer be corrected or saved.",
  ],
  "browser-stopped-lost": [
    "Ce qui n’était pas enregistré est perdu : les corrections, les choix et les documents. Notez les corrections que la feuille montre encore, puis ouvrez de nouveau « {file} », ou le dernier classeur enregistré, et refaites-les.",
    "What was not saved is lost: corrections, choices and documents. Note the corrections that the sheet still shows, then open “{file}” again, or the last workbook that you saved, and make them again.",
  ],
  "browser-stopped-saved": [
    "Rien n’est perdu : ouvrez de nouveau « {file} », ou le dernier classeur enregistré.",
    "Nothing is lost: open “{file}” again, or the last workbook that you saved.",
  ],
  "browser-stopped-cell": [
    "La page ne peut plus rien faire de ce classeur : ouvrez-le de nouveau.",
    "The page can do nothing more with this workbook: open it again.",
  ],
  "browser-corrected": ["{cell} corrigée.", "{cell} corrected."],
  "browser-cleared": ["{cell} vidée.", "{cell} cleared."],
  "browser-copied": ["{cells} : copié dans le presse-papiers.", "{cells}: copied to the clipboard."],
  "browser-pasted": ["{cells} : collé.", "{cells}: pasted."],
  "browser-done-again": ["Refait : {place}.", "Done again: {place}."],
  "browser-nothing-to-redo": ["Rien à refaire dans ce classeur.", "Nothing to do again in this workbook."],
  "browser-cell-taken-back": ["{cell} est comme avant.", "{cell} is as it was."],
  "browser-sheets-taken-back": [
    "Les feuilles {sheets} sont comme avant leur écriture.",
    "The sheets {sheets} are as before they were written.",
  ],
  "browser-sheet-taken-back": [
    "La feuille « {sheet} », ajoutée en dernier, est retirée.",
    "The sheet “{sheet}”, which was added last, is taken out.",
  ],
  "browser-read-first": [
    "« Lire ce classeur », dans le volet, en tiendra compte.",
    "“Read this workbook”, in the pane, will take it into account.",
  ],
  "browser-nothing-to-undo": ["Rien à annuler dans ce classeur.", "Nothing to undo in this workbook."],
  "browser-no-formula": [
    "Les formules s’écrivent dans un tableur : donnez ici une valeur.",
    "Formulas are written in a spreadsheet: give a value here.",
  ],
  "browser-busy": [
    "Une opération est en cours dans le volet : attendez qu’elle se termine pour corriger une cellule.",
    "An operation is under way in the pane: wait for its end to correct a cell.",
  ],
  "browser-refused-table-heading": [
    "Ce titre appartient à un tableau Excel, qui le garde aussi ailleurs : changez-le dans un tableur, ou dites dans le volet ce que la colonne contient.",
    "This heading belongs to an Excel table, which keeps it elsewhere too: change it in a spreadsheet, or say in the pane what the column holds.",
  ],
  "browser-refused-shared-formula": [
    "La formule de cette cellule sert aussi à d’autres cellules : corrigez-la dans un tableur.",
    "The formula of this cell serves other cells too: correct it in a spreadsheet.",
  ],
  "browser-refused-array-formula": [
    "Une formule matricielle remplit cette cellule, ou en dépend : corrigez-la dans un tableur.",
    "An array formula fills this cell, or depends on it: correct it in a spreadsheet.",
  ],
  "browser-refused-values-of-formulas": [
    "De ce fichier .ods ou .xls, seules les valeurs sont reprises, et certaines viennent de formules qui pourraient dépendre de cette cellule. Corrigez-le dans un tableur, enregistrez, puis rouvrez-le ici.",
    "Only the values of this .ods or .xls file are taken, and some come from formulas that might depend on this cell. Correct it in a spreadsheet, save, then open it here again.",
  ],
  "browser-refused-merged": [
    "La plage où coller contient des cellules fusionnées : rien n’est collé. Collez ailleurs, ou défusionnez-les dans un tableur.",
    "The range to paste in holds merged cells: nothing is pasted. Paste elsewhere, or unmerge them in a spreadsheet.",
  ],
  "browser-refused-beyond": [
    "Ce qui est à coller dépasse le bord de la feuille : rien n’est collé. Choisissez une cellule plus haut, ou plus à gauche.",
    "What is to be pasted goes beyond the end of the sheet: nothing is pasted. Choose a cell higher, or further left.",
  ],
  "browser-refused-no-sheet": ["Cette feuille ne se corrige pas ici.", "This sheet is not corrected here."],
});

/** A code of the page around the pane. */
export type BrowserCode = keyof typeof fr;

/** Like `message`, with the texts of the page that opens workbooks without Excel. */
export const browserMessage = lazyTexts<BrowserCode>({ fr, en });
