/** Messages of points that stand in several cells, by the code of what each cell is told. `{count}`: cells, or numbers of a column. */
export const points = {
  "after-snapshot":
    "{count} dates sont postérieures au 1er novembre {campaign} : ce matériel n’est pas facturé pour cette campagne. Vérifiez celles qui vous étonnent.",
  "amount-differs":
    "{count} montants écrits ne sont pas ceux que donnent les quantités et les prix : c’est le calcul qui est facturé. Vérifiez les quantités.",
  "commune-no-longer":
    "« {commune} » n’est plus une commune au 1er novembre {campaign}{?successor: (commune nouvelle : {successor})} : {count} lignes ne sont pas facturées. Écrivez le nom de la commune qui existe à cette date.",
  "duplicate-inventory-number":
    "{count} numéros d’inventaire figurent déjà plus haut : ces matériels ne sont pas facturés une seconde fois. Corrigez les numéros, ou supprimez les lignes.",
  "duplicate-school":
    "{count} lignes répètent une école : seule sa première ligne est facturée. Additionnez s’il s’agit de salles, ou gardez la première.",
  "duplicate-serial-number":
    "{count} numéros de série figurent déjà plus haut. Le matériel est facturé ; vérifiez qu’il n’est pas inscrit deux fois.",
  "formula-without-result":
    "{count} formules n’ont pas de résultat : ces quantités ne sont pas facturées. Ouvrez le classeur dans Excel et enregistrez-le, ou tapez les nombres.",
  "headcount-without-equipment":
    "{count} écoles ont un effectif mais aucun matériel : seul l’accès au portail est facturé. Vérifiez qu’elles ont adhéré et que leur matériel n’a pas été oublié.",
  "insee-disagrees":
    "{count} codes INSEE ne sont pas ceux de leur commune : ces lignes ne sont pas facturées. Corrigez les codes ou les noms, ou dites une fois dans les options de quelle commune ce code tient lieu.",
  "installed-outside-window":
    "{count} installations sont datées hors de la campagne (du 2 novembre {before} au 1er novembre {campaign}) : elles ne sont pas facturées. Vérifiez les dates.",
  "item-repeated":
    "{count} lignes répètent la prestation d’une école, sans que rien ne les distingue : elles ne sont pas facturées. Dites dans les options s’il faut additionner ou garder la première, ou corrigez les lignes.",
  "item-repeated-across":
    "{count} quantités répètent une prestation d’une école dans une autre colonne, sans que rien ne les distingue : elles ne sont pas facturées. Dites dans les options s’il faut additionner ou garder la première, ou corrigez les titres.",
  "item-twice":
    "{count} lignes répètent la prestation d’une école : leurs quantités sont additionnées. Vérifiez que ce ne sont pas des répétitions.",
  "leaving-remark":
    "{count} remarques de la colonne « {header} » parlent d’un départ : ces matériels ne sont pas facturés. Dites une fois, pour toute la colonne, si elle ne dit rien ou si ces machines sont sorties.",
  "merged-quantity":
    "{count} nombres sont fusionnés sur plusieurs écoles : ils ne sont pas facturés. Défusionnez, et tapez le nombre de chacune.",
  "missing-commune": "La commune manque sur {count} lignes : elles ne sont pas facturées. Complétez les cellules.",
  "missing-headcount":
    "L’effectif de {count} écoles manque : leur accès au portail n’est pas facturé. Tapez les nombres d’élèves (0 s’il n’y en a aucun).",
  "missing-label":
    "La prestation manque sur {count} lignes qui portent une quantité : elles ne sont pas facturées. Complétez les cellules.",
  "missing-nature":
    "La nature manque sur {count} lignes : elles ne sont pas facturées. Écrivez « Installation » ou « Maintenance ».",
  "missing-school": "L’école manque sur {count} lignes : elles ne sont pas facturées. Complétez les cellules.",
  "missing-state":
    "Rien n’est répondu sous « {header} » sur {count} lignes, où d’autres disent oui ou non : ces matériels ne sont pas facturés. Répondez oui ou non dans les cellules.",
  "more-installed":
    "{count} écoles ont plus d’installations dans l’année que de matériel en service : c’est facturé tel quel. Vérifiez les quantités.",
  "more-than-one-a-school":
    "{count} écoles ont plusieurs « {prestation} », alors que la convention en prévoit une par école : une seule est facturée. Corrigez, ou choisissez « à l’unité » dans les options.",
  "one-date-for-several":
    "Une seule date d’installation est donnée pour plusieurs unités en service, dans {count} cellules : aucune installation n’en est facturée. Donnez dans une colonne à part la quantité installée dans l’année, ou, si aucune ne l’a été, faites ignorer la colonne « {header} » dans les options.",
  "quantity-fractional":
    "{count} quantités ne sont pas des nombres entiers : elles ne sont pas facturées. Corrigez-les.",
  "quantity-negative": "{count} quantités sont négatives : elles ne sont pas facturées. Corrigez-les.",
  "quantity-text":
    "« {value} » n’est pas un nombre : {count} quantités ne sont pas facturées. Tapez le nombre seul (0 s’il n’y en a pas).",
  "quantity-with-text":
    "{count} quantités sont accompagnées d’un texte et ont été lues. Vérifiez, et tapez les nombres seuls.",
  "school-only-installed":
    "{count} écoles ont des installations, et aucun tableau ne montre leur matériel en service : elles ne sont pas facturées. Ajoutez-les à l’inventaire, ou dites dans les options que ce tableau montre des installations.",
  "school-without-headcount":
    "L’effectif de {count} écoles est introuvable : leur accès au portail n’est pas facturé. Ajoutez-les à la feuille des effectifs, sous le même nom.",
  "total-differs":
    "{count} totaux ne donnent pas la somme des lignes au-dessus. Le détail est facturé, pas les totaux ; vérifiez qu’aucune ligne ne manque.",
  "total-ignores-text": "{count} totaux ne comptent pas des nombres saisis comme du texte. Le détail, lui, les compte.",
  "two-communes":
    "{count} lignes nomment deux communes : elles ne sont pas facturées, faute de savoir à laquelle. N’écrivez que la commune de l’école, ajoutez une colonne « Commune », ou dites dans les options de laquelle il s’agit.",
  "unknown-commune":
    "« {commune} » ne figure pas parmi les communes de la CAGB au 1er novembre {campaign} : {count} lignes ne sont pas facturées.{?suggestion: Nom le plus proche : {suggestion}.} Corrigez le nom, ou dites dans les options de quelle commune il s’agit.",
  "unknown-label":
    "« {label} » n’est pas une prestation connue : {count} lignes ne sont pas facturées. Écrivez le nom de la prestation comme dans la convention, ou dites une fois ce que c’est.",
  "unknown-nature":
    "« {value} » n’est pas une nature : {count} lignes ne sont pas facturées. Corrigez le mot, ou dites une fois son sens.",
  "unknown-pupil-state":
    "L’état « {value} » ne dit pas si l’élève est parti : {count} élèves ne sont pas comptés. Dites une fois dans les options ce qu’il veut dire (en service pour présent, sorti), ou corrigez les cellules.",
  "unknown-state":
    "L’état « {value} » n’est pas connu : {count} matériels ne sont pas facturés. Dites une fois dans les options ce qu’il veut dire (en service, sorti, en stock), ou corrigez les cellules.",
  "unreadable-date":
    "{count} dates ne sont pas lisibles : ces matériels ne sont pas facturés. Tapez-les sous la forme 01/11/2014.",
  "unreadable-year":
    "{count} années ne sont pas lisibles : ces installations ne sont pas facturées. Tapez l’année seule.",
  untariffed: "« {label} » : sans tarif, {count} cellules ne sont pas facturées. Rien à faire si c’est voulu.",
  "struck-through":
    "{count} nombres sont barrés : leurs lignes ne sont peut-être plus dues, et elles ne sont pas facturées. Effacez-les si le matériel n’est plus là, ôtez les ratures, ou acceptez ces cellules dans les options.",
} as const;
