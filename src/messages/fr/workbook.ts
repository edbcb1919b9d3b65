/** Messages of `src/workbook`. */
export const workbook = {
  "values-only-xls":
    "Le fichier « {file} » est à l’ancien format .xls : seules ses valeurs sont reprises dans le classeur produit, sans la mise en forme, les formules, les graphiques, les macros ni l’état masqué des feuilles, des lignes et des colonnes. Pour tout conserver, enregistrez-le d’abord au format .xlsx.",
  "values-only-ods":
    "Le fichier « {file} » est au format .ods : seules ses valeurs sont reprises dans le classeur produit, sans la mise en forme, les formules, les graphiques ni l’état masqué des feuilles, des lignes et des colonnes. Pour tout conserver, enregistrez-le d’abord au format .xlsx.",
  "values-only-csv":
    "Le fichier « {file} » est au format .csv : il devient une feuille qui porte son nom, chaque valeur étant reprise telle qu’elle est écrite.",
  "own-documents-left-out":
    "Le fichier « {file} » contient des documents déjà produits par Ordiclasse (feuilles : {count}) : ils ne sont ni lus ni repris, puisque cette génération les refait. Si ce fichier est le premier indiqué, les lignes de son Journal sont conservées.",
  "formula-without-value":
    "Cette formule n’a pas de résultat enregistré ({count} dans la feuille) : sa cellule est lue comme vide. Ouvrez le classeur dans Excel, enregistrez-le, puis recommencez.",
  "own-name-taken":
    "Le nom « {name} » de ce classeur désigne autre chose qu’un document d’Ordiclasse : il est gardé tel quel, et le montant qu’il désigne d’ordinaire n’a pas de nom. Pour qu’il en ait un, renommez le vôtre (Formules, Gestionnaire de noms), puis relancez.",
  "own-key-taken":
    "La feuille « {sheet} » porte la marque des documents d’Ordiclasse (le nom ORDICLASSE_CLE) sans en être un : elle est gardée et lue comme les vôtres. Pour ne plus voir ce message, supprimez ce nom (Formules, Gestionnaire de noms).",
  "document-changed":
    "La feuille « {sheet} » a été modifiée à la main depuis sa génération (cellules en cause : {cells}{?more:… {count} en tout}). Une nouvelle génération remplace ce qu’elle contient : gardez-en une copie si ces modifications comptent.",
  "journal-changed":
    "Le Journal a été modifié à la main depuis la dernière génération (cellules en cause : {cells}{?more:… {count} en tout}) : ce qu’il dit de ce qui a été émis n’est plus sûr. Ses lignes sont gardées telles quelles, et cet avertissement reviendra ; pour le lever, repartez du classeur tel qu’il a été produit.",
  "file-empty": "Le fichier « {file} » est vide (0 octet). Vérifiez qu’il a été copié ou téléchargé en entier.",
  "file-corrupt":
    "Le fichier « {file} » est endommagé ou incomplet{?part: (partie « {part} »)}{?cell:, à la cellule {cell}} : il ne peut pas être lu. Ouvrez-le dans Excel, laissez-le le réparer, enregistrez-le, puis recommencez.",
  "file-password":
    "Le fichier « {file} » est protégé par un mot de passe : il ne peut pas être lu. Dans Excel, retirez le mot de passe (Fichier, Informations, Protéger le classeur), enregistrez, puis recommencez.",
  "file-not-a-workbook":
    "Le fichier « {file} » n’est pas un classeur : son contenu ne correspond pas à son nom. Indiquez un fichier .xlsx, .xlsm, .xls, .ods ou .csv.",
  "file-extension-unknown":
    "Le fichier « {file} » n’a pas une extension reconnue. Indiquez un fichier .xlsx, .xlsm, .xls, .ods ou .csv.",
  "file-zip-without-workbook":
    "Le fichier « {file} » est une archive qui ne contient pas de classeur Excel. S’il s’agit d’un dossier compressé, extrayez d’abord le classeur.",
  "csv-open-quote":
    "Le fichier « {file} » ne peut pas être lu sans risque de perdre des lignes : à la ligne {line}, un guillemet ouvre un texte qui n’est pas refermé juste avant un séparateur ou la fin de la ligne. Ouvrez le fichier dans un éditeur de texte (le Bloc-notes, par exemple), retirez ou refermez ce guillemet (dans un texte, un guillemet s’écrit deux fois), enregistrez, puis recommencez.",
  "file-too-large":
    "Le fichier « {file} » est trop volumineux : {?part:sa partie « {part} » dépasserait 400 Mo une fois décompressée}{?whole:il dépasserait 1 Go une fois décompressé}{?csv:il dépasse 300 Mo}. Il n’est pas lu. Supprimez-en ce qui ne concerne pas le parc des écoles (images, feuilles, lignes inutiles), enregistrez, puis recommencez.",
  "file-too-wide":
    "Le fichier « {file} » contient une feuille qui s’étend sur plus de vingt millions de cellules : une valeur ou un format isolé se trouve sans doute très loin du tableau. Supprimez les lignes et les colonnes inutiles, enregistrez, puis recommencez.",
  "file-xls-too-old":
    "Le fichier « {file} » est à un format antérieur à Excel 97, qui ne peut pas être lu. Ouvrez-le dans Excel, enregistrez-le au format .xlsx, puis recommencez.",
  "file-exists":
    "Le fichier « {path} » existe déjà : il n’a pas été modifié. Choisissez un autre nom, ou demandez expressément à le remplacer.",
  "file-not-written":
    "Le fichier « {path} » n’a pas pu être écrit ({reason}) : rien n’a été modifié. Vérifiez que le dossier existe, que vous pouvez y écrire et que le fichier n’est pas ouvert dans Excel.",
} as const;
