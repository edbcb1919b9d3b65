/** The state in which the workbook is left: one of three. */
const state = {
  fr: "{?untouched: Rien n’a été changé dans le classeur.}{?restored: Vos documents précédents ont été remis en place.}{?unfinished: Vos documents n’ont pas encore pu être remis en ordre : dès qu’Excel répond, relisez le classeur dans le volet [Ordiclasse], qui s’en charge (dix minutes plus tard, si ce volet a été fermé).}",
  en: "{?untouched: Nothing was changed in the workbook.}{?restored: Your previous documents were put back.}{?unfinished: Your documents could not be put in order yet: as soon as Excel answers, read the workbook again in the [Ordiclasse] pane, and it will (ten minutes later, if this pane was closed).}",
};

/** Messages of the workbook, in a file or in Excel, and of the custom functions. */
export const fr = {
  "values-only-xls":
    "Le fichier « {file} » est à l’ancien format .xls : seules ses valeurs sont reprises dans le classeur produit, sans la mise en forme, les formules, les graphiques, les macros ni l’état masqué des feuilles, des lignes et des colonnes. Pour tout conserver, enregistrez-le d’abord au format .xlsx.",
  "values-only-ods":
    "Le fichier « {file} » est au format .ods : seules ses valeurs sont reprises dans le classeur produit, sans la mise en forme, les formules, les graphiques ni l’état masqué des feuilles, des lignes et des colonnes. Pour tout conserver, enregistrez-le d’abord au format .xlsx.",
  "values-only-csv":
    "Le fichier « {file} » est au format .csv : il devient une feuille qui porte son nom, chaque valeur étant reprise telle qu’elle est écrite.",
  "own-documents-left-out":
    "Le fichier « {file} » contient des documents déjà produits par [Ordiclasse] (feuilles : {count}) : ils ne sont ni lus ni repris, puisque cette génération les refait. Si ce fichier est le premier indiqué, les lignes de son Journal sont conservées.",
  "formula-without-value":
    "Cette formule n’a pas de résultat enregistré ({count} dans la feuille) : sa cellule est lue comme vide. Ouvrez le classeur dans Excel, enregistrez-le, puis recommencez.",
  "own-name-taken":
    "Le nom « {name} » de ce classeur désigne autre chose qu’un document [d’Ordiclasse] : il est gardé tel quel, et le montant qu’il désigne d’ordinaire n’a pas de nom. Pour qu’il en ait un, renommez le vôtre (Formules, Gestionnaire de noms), puis relancez.",
  "own-key-taken":
    "La feuille « {sheet} » porte la marque des documents [d’Ordiclasse] (le nom ORDICLASSE_CLE) sans en être un : elle est gardée et lue comme les vôtres. Pour ne plus voir ce message, supprimez ce nom (Formules, Gestionnaire de noms).",
  "document-changed":
    "La feuille « {sheet} » a été modifiée à la main depuis sa génération (cellules en cause : {cells}{?more:… {count} en tout}).{?replaced: Une nouvelle génération remplace ce qu’elle contient : gardez-en une copie si ces modifications comptent.}{?elsewhere: Ce qu’elle montre n’est peut-être plus ce qui a été émis. Repartez du classeur tel qu’il a été produit, ou acceptez-le tel qu’il est.}",
  "journal-changed":
    "Le Journal a été modifié à la main depuis la dernière génération (cellules en cause : {cells}{?more:… {count} en tout}) : ce qu’il dit de ce qui a été émis n’est plus sûr.{?replaced: Ses lignes sont gardées telles quelles, et cet avertissement reviendra ; pour le lever, repartez du classeur tel qu’il a été produit.}{?elsewhere: Repartez du classeur tel qu’il a été produit, ou acceptez-le tel qu’il est.}",
  "file-empty": "Le fichier « {file} » est vide (0 octet). Vérifiez qu’il a été copié ou téléchargé en entier.",
  "file-corrupt":
    "Le fichier « {file} » est endommagé ou incomplet{?part: (partie « {part} »)}{?cell:, à la cellule {cell}} : il ne peut pas être lu. Ouvrez-le dans Excel, laissez-le le réparer, enregistrez-le, puis recommencez.",
  "file-password":
    "Le fichier « {file} » est protégé par un mot de passe : il ne peut pas être lu. Dans Excel, retirez le mot de passe (Fichier, Informations, Protéger le classeur), enregistrez, puis recommencez.",
  "file-not-a-workbook":
    "Le fichier « {file} » n’est pas un classeur : son contenu ne correspond pas à son nom{?text:, c’est un texte à renommer en .csv}. Indiquez un fichier .xlsx, .xlsm, .xls, .ods ou .csv.",
  "file-text-document":
    "Le fichier « {file} » est un document Word, ou d’un autre traitement de texte, dont le nom a été changé : il n’a aucune feuille. Copiez son tableau dans un classeur, puis donnez celui-ci.",
  "file-extension-unknown":
    "Le fichier « {file} » n’a pas une extension reconnue. Indiquez un fichier .xlsx, .xlsm, .xls, .ods ou .csv.",
  "file-zip-without-workbook":
    "Le fichier « {file} » est une archive qui ne contient pas de classeur Excel. S’il s’agit d’un dossier compressé, extrayez d’abord le classeur.",
  "csv-open-quote":
    "Le fichier « {file} » ne peut pas être lu sans risque de perdre des lignes : à la ligne {line}, un guillemet ouvre un texte qui n’est pas refermé avant un séparateur ou la fin de la ligne. Dans un éditeur de texte (le Bloc-notes), retirez ou refermez ce guillemet (dans un texte, un guillemet s’écrit deux fois), enregistrez, puis recommencez.",
  "csv-broken-lines":
    "Le fichier « {file} » ne peut pas être lu sans risque de perdre des lignes ou des nombres. {?separator:Écrites avec un autre séparateur que les autres lignes : {separator}. }{?cut:Coupée avant la fin, et le fichier avec elle : la dernière, {cut}. }{?short:Plus courtes que celles de leur tableau : {short}. }Dans un éditeur de texte (le Bloc-notes), écrivez ces lignes comme les autres, une remarque entre guillemets, ou reprenez le fichier d’origine ; enregistrez, puis recommencez.",
  "file-not-calculated":
    "Le fichier « {file} » a été enregistré sans que ses formules soient recalculées (calcul manuel) : des quantités peuvent dater d’avant une modification. Ouvrez-le dans un tableur, faites-le recalculer (touche F9), enregistrez, puis recommencez.",
  "csv-short-lines":
    "Des lignes du fichier « {file} » ont moins de champs que les autres ({count} : {lines}) : ceux qui manquent à leur fin sont lus comme vides. Si le fichier a été coupé ou modifié, reprenez celui d’origine.",
  "file-too-large":
    "Le fichier « {file} » est trop volumineux : {?part:sa partie « {part} » dépasserait 400 Mo une fois décompressée}{?whole:il dépasserait 1 Go une fois décompressé}{?csv:il dépasse 300 Mo}. Il n’est pas lu. Supprimez-en ce qui ne concerne pas le parc des [écoles] (images, feuilles, lignes inutiles), enregistrez, puis recommencez.",
  "text-too-long":
    "Le fichier « {file} » contient un texte de {count} caractères, en {cell} (feuille « {sheet} ») : une cellule en a 32 767 au plus. Le fichier a sans doute été abîmé : il n’est pas lu. Raccourcissez ce texte, enregistrez, puis recommencez.",
  "file-too-wide":
    "Le fichier « {file} » contient une feuille qui s’étend sur plus de vingt millions de cellules : une valeur ou un format isolé se trouve sans doute très loin du tableau. Supprimez les lignes et les colonnes inutiles, enregistrez, puis recommencez.",
  "file-xls-too-old":
    "Le fichier « {file} » est à un format antérieur à Excel 97, qui ne peut pas être lu. Ouvrez-le dans Excel, enregistrez-le au format .xlsx, puis recommencez.",
  "file-exists":
    "Le fichier « {path} » existe déjà : il n’a pas été modifié. Choisissez un autre nom, ou demandez expressément à le remplacer.",
  "file-not-written":
    "Le fichier « {path} » n’a pas pu être écrit ({reason}) : rien n’a été modifié. Vérifiez que le dossier existe, que vous pouvez y écrire et que le fichier n’est pas ouvert dans Excel.",
  "file-read-only":
    "Le fichier « {path} » est en lecture seule : il n’a pas été remplacé, et rien n’est écrit. Choisissez un autre nom, ou rendez-le modifiable.",
  "function-error-cell": "La cellule donnée contient l’erreur {value}.",
  "function-missing-prestation": 'Prestation attendue, par exemple "POSTE_STD".',
  "function-unknown-prestation": 'Prestation inconnue : {value}. Exemple : "POSTE_STD".',
  "function-ambiguous-prestation": "« {value} » est à préciser : {candidates} ?",
  "function-untariffed": "Aucun tarif voté pour « {value} ».",
  "function-no-installation-tariff": "Aucun tarif d’installation pour « {prestation} ».",
  "function-no-maintenance-tariff": "Aucun tarif de maintenance pour « {prestation} ».",
  "function-bad-nature": 'Nature attendue : "Installation" ou "Maintenance".',
  "function-bad-payer": 'Payeur attendu : "CAGB" ou "Commune", ou rien pour les deux.',
  "function-bad-grouping": 'Regroupement attendu : "prestation", "commune" ou "école".',
  "function-bad-campaign": "Campagne attendue : une année ou son [1er novembre]. Exemple : 2014.",
  "function-no-campaign": "La grille ne couvre aucun [1er novembre] : elle ne tarife aucune campagne.",
  "function-campaign-without-grid": "Aucun tarif voté pour la campagne {campaign}.",
  "function-blank-quantity": "Quantité vide : un nombre entier, 0 ou plus, est attendu.",
  "function-bad-quantity": "Quantité « {value} » : un nombre entier, 0 ou plus, est attendu.",
  "function-no-inventory": "Aucun inventaire reconnu : la plage doit comprendre les titres des colonnes.",
  "function-inventory-errors": "Points à corriger : {count}. Leur liste : ORDICLASSE.CONTROLE.",
  "function-missing-commune": "[Commune attendue|attendu] : son nom ou son code INSEE.",
  "function-unknown-commune": "[Commune inconnue|inconnu] : {value}.{?suggestion: Nom proche : {suggestion}.}",
  "function-commune-outside": "{commune} n’est pas [une commune] [de la CAGB] au [1er novembre] {campaign}.",
  "function-bad-date": "Date attendue, entre 2000 et 2099. Exemple : 15/03/2014.",
  "function-bad-amount": "Montant attendu : un nombre. Exemple : 442,32.",
  "function-large-amount": "Montant trop grand : moins de 10 000 milliards d’euros attendus.",
  "function-grid-headers": "Grille : les dix titres de ORDICLASSE.GRILLE sont attendus, et eux seuls.",
  "function-grid-blank": "Grille, ligne {row}, colonne {column} : cellule vide à compléter.",
  "function-grid-code": "Grille, ligne {row}, colonne {column} : code « {value} » à corriger.",
  "function-grid-duplicate-code": "Grille, ligne {row}, colonne {column} : code « {value} » déjà pris.",
  "function-grid-duplicate-wording": "Grille, ligne {row}, colonne {column} : libellé « {value} » déjà pris.",
  "function-grid-amount": "Grille, ligne {row}, colonne {column} : montant « {value} » à corriger.",
  "function-grid-date": "Grille, ligne {row}, colonne {column} : date « {value} » à corriger.",
  "function-grid-value": "Grille, ligne {row}, colonne {column} : « {value} » à corriger.",
  "function-grid-period": "Grille, ligne {row}, colonne {column} : périodes à corriger.",
  "function-severity-error": "À corriger",
  "function-severity-warning": "À vérifier",
  "function-severity-info": "Pour information",
  "function-no-anomaly": "Aucune anomalie",
  "office-unsaved-workbook": "Classeur",
  "office-cell-edit": `Une cellule est en cours de saisie.${state.fr} Validez la saisie (Entrée) ou abandonnez-la (Échap), puis relancez.`,
  "office-not-calculated": `Des formules attendent d’être recalculées.${state.fr} Excel calcule ce classeur sur demande seulement : des quantités peuvent dater d’avant une modification. Faites recalculer le classeur (touche F9), puis relancez.`,
  "office-busy": `Excel est trop occupé pour répondre.${state.fr} Attendez une minute, puis relancez.`,
  "office-protected-sheet": `La feuille « {sheet} » est protégée.${state.fr} Ôtez la protection (Révision, Ôter la protection de la feuille), puis relancez.`,
  "office-protected-workbook": `La structure du classeur est protégée : aucune feuille ne peut y être ajoutée ni retirée.${state.fr} Ôtez la protection (Révision, Protéger le classeur), puis relancez.`,
  "office-filtered-sheet": `La feuille « {sheet} » n’a pas pu être mise de côté telle qu’elle est : un filtre y cache sans doute des lignes.${state.fr} Effacez les filtres de cette feuille (Données, Effacer), puis relancez.`,
  "office-sheet-vanished": `{?sheet:La feuille « {sheet} » n’est plus dans le classeur.}{?nosheet:Une feuille dont [Ordiclasse] a besoin n’est plus dans le classeur.}${state.fr} Relancez : le classeur sera relu tel qu’il est.`,
  "office-sheet-hidden":
    "La feuille « {sheet} » est masquée : elle ne peut pas être montrée. Affichez-la (clic droit sur un onglet, Afficher), puis recommencez.",
  "office-no-cell": "La cellule « {cell} » n’existe pas dans la feuille « {sheet} ».",
  "office-workbook-changed": `Des feuilles ont été ajoutées ou renommées depuis la lecture.${state.fr} Relancez : le classeur sera relu tel qu’il est.`,
  "office-inactive-workbook": `Un autre classeur est devenu actif.${state.fr} Revenez à ce classeur en cliquant dans une de ses cellules, puis relancez.`,
  "office-too-large": `Excel refuse d’échanger autant de données à la fois.${state.fr} Supprimez les lignes et les colonnes inutiles des feuilles les plus grandes, puis relancez.`,
  "office-set-up-refused":
    "Les documents sont écrits, et leurs montants sont complets. Excel a refusé une partie de leur présentation{?pages: (la mise en page pour l’impression)}{?tabs: (la couleur des onglets)}{?panes: (les volets figés)}. Mettez à jour les documents quand une imprimante est installée et que ce classeur est au premier plan, ou réglez-la vous-même.",
  "office-read-only": `Le classeur est ouvert en lecture seule.${state.fr} Activez la modification, ou enregistrez une copie du classeur et travaillez dans la copie, puis relancez.`,
  "office-access-denied": `Excel refuse cette modification : le classeur, ou une de ses feuilles, est protégé ou ouvert en lecture seule.${state.fr} Ôtez la protection ou activez la modification, puis relancez.`,
  "office-session-lost": `La liaison avec Excel est rompue.${state.fr} Fermez le volet [Ordiclasse], rouvrez-le, puis relancez.`,
  "office-too-old": `Cette version d’Excel n’a pas toutes les fonctions nécessaires.${state.fr} Mettez Excel à jour (Excel 2021 ou plus récent), ou servez-vous d’Excel sur le web.`,
  "office-difference": `Écart après écriture : la cellule {cell} de la feuille « {sheet} » affiche « {found} », le calcul donne « {expected} ».${state.fr} Relancez ; si l’écart revient, vérifiez que le calcul n’est pas modifié dans ce classeur (Formules, Options de calcul) et signalez-le.`,
  "office-not-taken": `Excel n’a pas repris telles quelles les valeurs de la feuille « {sheet} ».${state.fr} Relancez ; si cela se reproduit, signalez-le.`,
  "office-sheets-changed": "Une de ces feuilles a changé depuis : rien n’est annulé. Corrigez-la.",
  "file-undo-refused":
    "La génération n’est pas annulée : une formule matricielle du classeur se sert de ces documents, et sans eux une correction faite depuis ne pourrait pas être refaite. Documents et corrections sont restés tels quels.",
  "file-options-refused":
    "Rien n’est inscrit dans la feuille « {sheet} » : un tableau Excel, ou une formule matricielle, en dépend peut-être. Inscrivez-le dans un tableur, puis rouvrez le fichier ici.",
  "office-options-unfinished":
    "Excel ne répond plus (code {code}) : la feuille « {sheet} » n’est peut-être qu’à moitié écrite. Dès qu’il répond, vérifiez cette feuille, puis relisez le classeur.",
  "office-work-elsewhere": `Un autre volet [Ordiclasse], celui d’un collègue ou d’une autre fenêtre, travaille sur les documents de ce classeur : dernier signe à {since}.${state.fr} Attendez qu’il ait fini, puis relancez. S’il a été fermé en route, relancez après {until} : ce qu’il a laissé sera d’abord remis en ordre.`,
  "office-work-taken":
    "Un autre volet [Ordiclasse] a repris les documents de ce classeur pendant que celui-ci ne répondait plus : cette génération n’a pas eu lieu, ou a été annulée. Vos feuilles n’ont pas changé. Relisez le classeur pour voir les documents qui s’y trouvent, puis relancez s’ils ne conviennent pas.",
  "office-undo-gone":
    "Cette génération ne peut plus être annulée : les documents d’avant ne sont plus gardés dans le classeur, un autre volet [Ordiclasse] y ayant travaillé depuis. Rien n’a été changé dans le classeur. Pour revenir en arrière, rouvrez une version antérieure du fichier (Fichier, Informations, Historique des versions).",
  "office-generated-meanwhile": `Un autre volet [Ordiclasse], celui d’un collègue ou d’une autre fenêtre, a généré des documents depuis que ce classeur a été lu.${state.fr} Relancez : le classeur sera relu tel qu’il est maintenant.`,
  "office-generated-since":
    "Les documents de ce classeur ne sont plus ceux de votre génération : un autre volet [Ordiclasse], celui d’un collègue ou d’une autre fenêtre, les a remplacés. Rien n’a été changé dans le classeur. Si ce volet annule sa génération, vous pourrez annuler la vôtre ; sinon, relisez le classeur et générez de nouveau.",
  "office-nothing-to-undo": "Il n’y a pas de génération à annuler. Rien n’a été changé dans le classeur.",
  "office-other": `Excel a interrompu l’opération (code {code}).${state.fr} Relancez ; si cela se reproduit, enregistrez le classeur, fermez-le, rouvrez-le et recommencez.`,
} as const;

export const en = {
  "values-only-xls":
    "The file “{file}” is in the old .xls format: only its values are brought into the workbook produced, without formats, formulas, charts, macros or the hidden state of sheets, rows and columns. To keep everything, first save it as .xlsx.",
  "values-only-ods":
    "The file “{file}” is in the .ods format: only its values are brought into the workbook produced, without formats, formulas, charts or the hidden state of sheets, rows and columns. To keep everything, first save it as .xlsx.",
  "values-only-csv":
    "The file “{file}” is in the .csv format: it becomes a sheet that bears its name, each value being taken as it is written.",
  "own-documents-left-out":
    "The file “{file}” holds documents that [Ordiclasse] made (sheets: {count}): they are neither read nor copied, since this run makes them anew. If this file is the first given, the rows of its Journal are kept.",
  "formula-without-value":
    "This formula has no saved result ({count} in the sheet): its cell is read as blank. Open the workbook in Excel, save it, then start again.",
  "own-name-taken":
    "The name “{name}” of this workbook leads to something other than a document of [Ordiclasse]: it is kept as it is, and the amount that usually bears it has no name. To give it one, rename yours (Formulas, Name Manager), then run again.",
  "own-key-taken":
    "The sheet “{sheet}” bears the mark of [Ordiclasse]’s documents (the name ORDICLASSE_CLE) and is none: it is kept, and read, as one of yours. To see this no more, delete that name (Formulas, Name Manager).",
  "document-changed":
    "The sheet “{sheet}” was changed by hand since it was generated (cells concerned: {cells}{?more:… {count} in all}).{?replaced: A new generation replaces what it holds: keep a copy of it if those changes matter.}{?elsewhere: What it shows may no longer be what was issued. Start from the workbook as it was produced, or accept it as it is.}",
  "journal-changed":
    "The Journal was changed by hand since the last generation (cells concerned: {cells}{?more:… {count} in all}): what it says of what was issued is no longer certain.{?replaced: Its rows are kept as they are, and this warning will come back; to be rid of it, start from the workbook as it was produced.}{?elsewhere: Start from the workbook as it was produced, or accept it as it is.}",
  "file-empty": "The file “{file}” is empty (0 bytes). Check that it was copied or downloaded in full.",
  "file-corrupt":
    "The file “{file}” is damaged or incomplete{?part: (part “{part}”)}{?cell:, in cell {cell}}: it cannot be read. Open it in Excel, let Excel repair it, save it, then start again.",
  "file-password":
    "The file “{file}” is protected by a password: it cannot be read. In Excel, remove the password (File, Info, Protect Workbook), save, then start again.",
  "file-not-a-workbook":
    "The file “{file}” is not a workbook: its content does not match its name{?text:, it is a text to rename to .csv}. Give a .xlsx, .xlsm, .xls, .ods or .csv file.",
  "file-text-document":
    "The file “{file}” is a Word document, or one of another word processor, whose name was changed: it holds no sheet. Copy its table into a workbook, then give that one.",
  "file-extension-unknown":
    "The file “{file}” does not have a known extension. Give a .xlsx, .xlsm, .xls, .ods or .csv file.",
  "file-zip-without-workbook":
    "The file “{file}” is an archive that holds no Excel workbook. If it is a compressed folder, first extract the workbook.",
  "csv-open-quote":
    "The file “{file}” cannot be read without a risk of losing rows: on line {line}, a quotation mark opens a text that is not closed right before a separator or the end of the line. In a text editor (Notepad), remove or close that mark (inside a text, it is written twice), save, then start again.",
  "csv-broken-lines":
    "The file “{file}” cannot be read without a risk of losing lines or numbers. {?separator:Written with another separator than the other lines: {separator}. }{?cut:Cut before its end, and the file with it: the last one, {cut}. }{?short:Shorter than those of their table: {short}. }In a text editor (Notepad), write these lines like the others, a remark between quotes, or take the original file again; save, then start again.",
  "file-not-calculated":
    "The file “{file}” was saved without its formulas being calculated (manual calculation): quantities may date from before a change. Open it in a spreadsheet, have it calculated (F9 key), save, then start again.",
  "csv-short-lines":
    "Lines of the file “{file}” have fewer fields than the others ({count}: {lines}): those that lack at their end are read as blank. If the file was cut or changed, take the original one again.",
  "file-too-large":
    "The file “{file}” is too large: {?part:its part “{part}” would pass 400 MB once uncompressed}{?whole:it would pass 1 GB once uncompressed}{?csv:it passes 300 MB}. It is not read. Delete what does not concern the [schools]’ equipment (pictures, sheets, useless rows), save, then start again.",
  "text-too-long":
    "The file “{file}” has a text of {count} characters, in {cell} (sheet “{sheet}”): a cell has 32,767 at most. The file was most likely damaged: it is not read. Make this text shorter, save, then start again.",
  "file-too-wide":
    "The file “{file}” has a sheet that spans more than twenty million cells: a stray value or format is probably very far from the table. Delete the useless rows and columns, save, then start again.",
  "file-xls-too-old":
    "The file “{file}” is in a format older than Excel 97, which cannot be read. Open it in Excel, save it as .xlsx, then start again.",
  "file-exists":
    "The file “{path}” exists already: it was not changed. Choose another name, or ask expressly to replace it.",
  "file-not-written":
    "The file “{path}” could not be written ({reason}): nothing was changed. Check that the folder exists, that you may write in it and that the file is not open in Excel.",
  "file-read-only":
    "The file “{path}” is read-only: it was not replaced, and nothing is written. Choose another name, or let it be changed.",
  "function-error-cell": "The given cell holds the error {value}.",
  "function-missing-prestation": 'A prestation is expected, such as "POSTE_STD".',
  "function-unknown-prestation": 'Unknown prestation: {value}. Example: "POSTE_STD".',
  "function-ambiguous-prestation": "“{value}” is not precise enough: {candidates}?",
  "function-untariffed": "No voted tariff for “{value}”.",
  "function-no-installation-tariff": "No installation tariff for “{prestation}”.",
  "function-no-maintenance-tariff": "No maintenance tariff for “{prestation}”.",
  "function-bad-nature": 'Nature expected: "Installation" or "Maintenance".',
  "function-bad-payer": 'Payer expected: "CAGB" or "Commune", or nothing for both.',
  "function-bad-grouping": 'Grouping expected: "prestation", "commune" or "école".',
  "function-bad-campaign": "Campaign expected: a year or its [1 November]. Example: 2014.",
  "function-no-campaign": "The grid covers no [1 November]: it prices no campaign.",
  "function-campaign-without-grid": "No voted tariff for campaign {campaign}.",
  "function-blank-quantity": "Blank quantity: a whole number, 0 or more, is expected.",
  "function-bad-quantity": "Quantity “{value}”: a whole number, 0 or more, is expected.",
  "function-no-inventory": "No inventory recognised: the range must hold the column headers.",
  "function-inventory-errors": "Points to correct: {count}. Listed by ORDICLASSE.CONTROLE.",
  "function-missing-commune": "[Commune] expected: its name or its INSEE code.",
  "function-unknown-commune": "Unknown [commune]: {value}.{?suggestion: Close name: {suggestion}.}",
  "function-commune-outside": "{commune} is not [a commune] of the [CAGB] on [1 November] {campaign}.",
  "function-bad-date": "Date expected, from 2000 to 2099. Example: 15/03/2014.",
  "function-bad-amount": "Amount expected: a number. Example: 442.32.",
  "function-large-amount": "Amount too large: less than 10,000 billion euros is expected.",
  "function-grid-headers": "Grid: the ten headers of ORDICLASSE.GRILLE are expected, and no other.",
  "function-grid-blank": "Grid, row {row}, column {column}: blank cell to fill in.",
  "function-grid-code": "Grid, row {row}, column {column}: code “{value}” to correct.",
  "function-grid-duplicate-code": "Grid, row {row}, column {column}: code “{value}” already taken.",
  "function-grid-duplicate-wording": "Grid, row {row}, column {column}: wording “{value}” already taken.",
  "function-grid-amount": "Grid, row {row}, column {column}: amount “{value}” to correct.",
  "function-grid-date": "Grid, row {row}, column {column}: date “{value}” to correct.",
  "function-grid-value": "Grid, row {row}, column {column}: “{value}” to correct.",
  "function-grid-period": "Grid, row {row}, column {column}: periods to correct.",
  "function-severity-error": "To correct",
  "function-severity-warning": "To check",
  "function-severity-info": "For information",
  "function-no-anomaly": "No anomaly",
  "office-unsaved-workbook": "Workbook",
  "office-cell-edit": `A cell is being edited.${state.en} Confirm the entry (Enter) or drop it (Esc), then run again.`,
  "office-not-calculated": `Formulas are waiting to be calculated.${state.en} Excel calculates this workbook only on demand: quantities may date from before a change. Have the workbook calculated (F9 key), then run again.`,
  "office-busy": `Excel is too busy to answer.${state.en} Wait a minute, then run again.`,
  "office-protected-sheet": `The sheet “{sheet}” is protected.${state.en} Remove the protection (Review, Unprotect Sheet), then run again.`,
  "office-protected-workbook": `The structure of the workbook is protected: no sheet can be added or removed.${state.en} Remove the protection (Review, Protect Workbook), then run again.`,
  "office-filtered-sheet": `The sheet “{sheet}” could not be set aside as it is: a filter probably hides rows in it.${state.en} Clear the filters of this sheet (Data, Clear), then run again.`,
  "office-sheet-vanished": `{?sheet:The sheet “{sheet}” is no longer in the workbook.}{?nosheet:A sheet that [Ordiclasse] needs is no longer in the workbook.}${state.en} Run again: the workbook will be read as it is now.`,
  "office-sheet-hidden":
    "The sheet “{sheet}” is hidden: it cannot be shown. Unhide it (right-click a tab, Unhide), then try again.",
  "office-no-cell": "There is no cell “{cell}” in the sheet “{sheet}”.",
  "office-workbook-changed": `Sheets were added or renamed since the workbook was read.${state.en} Run again: the workbook will be read as it is now.`,
  "office-inactive-workbook": `Another workbook became active.${state.en} Come back to this workbook by clicking one of its cells, then run again.`,
  "office-too-large": `Excel refuses to exchange so much data at once.${state.en} Delete useless rows and columns of the largest sheets, then run again.`,
  "office-set-up-refused":
    "The documents are written, and their amounts are complete. Excel refused a part of how they look{?pages: (the page set-up for printing)}{?tabs: (the colour of tabs)}{?panes: (the frozen panes)}. Update the documents once a printer is installed and this workbook is in front, or set it up yourself.",
  "office-read-only": `The workbook is open read-only.${state.en} Enable editing, or save a copy of the workbook and work in the copy, then run again.`,
  "office-access-denied": `Excel refuses this change: the workbook, or one of its sheets, is protected or read-only.${state.en} Remove the protection or enable editing, then run again.`,
  "office-session-lost": `The connection with Excel is broken.${state.en} Close the [Ordiclasse] pane, open it again, then run again.`,
  "office-too-old": `This version of Excel lacks functions that are needed.${state.en} Update Excel (Excel 2021 or later), or use Excel on the web.`,
  "office-difference": `Difference after writing: the cell {cell} of the sheet “{sheet}” shows “{found}”, the computation gives “{expected}”.${state.en} Run again; if it comes back, check that calculation is not altered in this workbook (Formulas, Calculation Options) and report it.`,
  "office-not-taken": `Excel did not take the values of the sheet “{sheet}” as they are.${state.en} Run again; if it happens again, report it.`,
  "office-sheets-changed": "One of these sheets changed since: nothing is undone. Correct it.",
  "file-undo-refused":
    "The generation is not undone: an array formula of the workbook uses these documents, and without them a correction made since could not be made again. Documents and corrections are as they were.",
  "file-options-refused":
    "Nothing is written in sheet “{sheet}”: an Excel table, or an array formula, may depend on it. Write it in a spreadsheet, then open the file here again.",
  "office-options-unfinished":
    "Excel no longer answers (code {code}): sheet “{sheet}” may be only half written. As soon as it answers, check that sheet, then read the workbook again.",
  "office-work-elsewhere": `Another [Ordiclasse] pane, a colleague’s or that of another window, is at work on the documents of this workbook: last seen at {since}.${state.en} Wait until it has finished, then run again. If it was closed on the way, run again after {until}: what it left will be put in order first.`,
  "office-work-taken":
    "Another [Ordiclasse] pane took over the documents of this workbook while this one no longer answered: this generation did not happen, or was undone. Your sheets are unchanged. Read the workbook again to see the documents that are in it, then run again if they do not suit.",
  "office-undo-gone":
    "This generation can no longer be undone: the documents before it are no longer kept in the workbook, where another [Ordiclasse] pane has worked since. Nothing was changed in the workbook. To go back, open an earlier version of the file (File, Info, Version History).",
  "office-generated-meanwhile": `Another [Ordiclasse] pane, a colleague’s or that of another window, has generated documents since this workbook was read.${state.en} Run again: the workbook will be read as it is now.`,
  "office-generated-since":
    "The documents of this workbook are no longer those of your generation: another [Ordiclasse] pane, a colleague’s or that of another window, has replaced them. Nothing was changed in the workbook. If that pane undoes its generation, you can undo yours; otherwise, read the workbook again and generate anew.",
  "office-nothing-to-undo": "There is no generation to undo. Nothing was changed in the workbook.",
  "office-other": `Excel interrupted the operation (code {code}).${state.en} Run again; if it happens again, save the workbook, close it, open it and start over.`,
} as const satisfies Record<keyof typeof fr, string>;
