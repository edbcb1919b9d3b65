/** Messages of points that stand in several cells, by the code of what each cell is told. `{count}`: cells, or numbers of a column. */
export const points = {
  "after-snapshot":
    "{count} dates sont postérieures au 1er novembre {campaign} : ce matériel n’est pas facturé pour cette campagne. Vérifiez celles qui vous étonnent.",
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
  "installed-outside-window":
    "{count} installations sont datées hors de la campagne (du 2 novembre {before} au 1er novembre {campaign}) : elles ne sont pas facturées. Vérifiez les dates.",
  "item-twice":
    "{count} lignes répètent la prestation d’une école : leurs quantités sont additionnées. Vérifiez que ce ne sont pas des répétitions.",
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
  "more-installed":
    "{count} écoles ont plus d’installations dans l’année que de matériel en service : c’est facturé tel quel. Vérifiez les quantités.",
  "more-than-one-a-school":
    "{count} écoles ont plusieurs « {prestation} », alors que la convention en prévoit une par école : une seule est facturée. Corrigez, ou choisissez « à l’unité » dans les options.",
  "quantity-fractional":
    "{count} quantités ne sont pas des nombres entiers : elles ne sont pas facturées. Corrigez-les.",
  "quantity-negative": "{count} quantités sont négatives : elles ne sont pas facturées. Corrigez-les.",
  "quantity-text":
    "« {value} » n’est pas un nombre : {count} quantités ne sont pas facturées. Tapez le nombre seul (0 s’il n’y en a pas).",
  "quantity-with-text":
    "{count} quantités sont accompagnées d’un texte et ont été lues. Vérifiez, et tapez les nombres seuls.",
  "school-without-headcount":
    "L’effectif de {count} écoles est introuvable : leur accès au portail n’est pas facturé. Ajoutez-les à la feuille des effectifs, sous le même nom.",
  "total-differs":
    "{count} totaux ne donnent pas la somme des lignes au-dessus. Le détail est facturé, pas les totaux ; vérifiez qu’aucune ligne ne manque.",
  "total-ignores-text": "{count} totaux ne comptent pas des nombres saisis comme du texte. Le détail, lui, les compte.",
  "unknown-commune":
    "« {commune} » ne figure pas parmi les communes de la CAGB au 1er novembre {campaign} : {count} lignes ne sont pas facturées.{?suggestion: Nom le plus proche : {suggestion}.} Corrigez le nom, ou dites dans les options de quelle commune il s’agit.",
  "unknown-label":
    "« {label} » n’est pas une prestation connue : {count} lignes ne sont pas facturées. Écrivez le nom de la prestation comme dans la convention, ou dites une fois ce que c’est.",
  "unknown-nature":
    "« {value} » n’est pas une nature : {count} lignes ne sont pas facturées. Corrigez le mot, ou dites une fois son sens.",
  "unreadable-date":
    "{count} dates ne sont pas lisibles : ces matériels ne sont pas facturés. Tapez-les sous la forme 01/11/2014.",
  untariffed: "« {label} » : sans tarif, {count} cellules ne sont pas facturées. Rien à faire si c’est voulu.",
} as const;
