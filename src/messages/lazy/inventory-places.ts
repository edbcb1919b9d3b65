/** Messages about the communes and the schools of an inventory. */
export const fr = {
  "commune-no-longer":
    "« {commune} » n’est plus {?left:membre}{?successor:[une commune]} au [1er novembre] {campaign}{?successor: (commune nouvelle : {successor})} : la ligne n’est pas facturée. {?successor:Écrivez le nom [de la commune] qui existe à cette date, ou dites-le dans les options.}{?left:Écartez-la, ou dites dans les options à quel membre elle revient.}",
  "left-without-equipment":
    "« {commune} » n’est plus membre [de la CAGB] au [1er novembre] {campaign}, et la ligne ne compte aucun équipement : elle n’est pas facturée. Rien à faire.",
  "commune-not-yet":
    "« {commune} » n’est pas membre [de la CAGB] au [1er novembre] {campaign} (seulement depuis {since}) : la ligne n’est pas facturée. Écrivez [une commune membre] à cette date, dites dans les options [commune:de laquelle|duquel] il s’agit, ou retirez la ligne.",
  "unknown-commune":
    "« {commune} » ne figure pas parmi les [communes] [de la CAGB] au [1er novembre] {campaign} : la ligne n’est pas facturée.{?suggestion: Nom le plus proche : {suggestion}.} Corrigez le nom dans la feuille, ou dites dans les options de [quelle commune] il s’agit.",
  "commune-chosen":
    "{?text:« {text} » est lu comme {commune}}{?blank:[La commune] manque, {commune} est [commune:retenue|retenu]} : c’est un choix inscrit dans les options. Rien à faire ; retirez ce choix s’il ne vaut plus.",
  "chosen-commune-unknown":
    "« {commune} », [la commune choisie|choisi] dans les options pour {at}, ne figure pas parmi les [communes] [de la CAGB] au [1er novembre] {campaign} : ce choix n’est pas appliqué. Corrigez son nom, ou retirez l’option.",
  "chosen-commune-without-cell":
    "[La commune choisie|choisi] dans les options vise {at}, où [aucune commune n’est lue|lu] : ce choix n’est pas appliqué. Vérifiez la feuille et la cellule, ou retirez l’option.",
  "commune-as-school":
    "« {commune} » est ici le nom [de la commune], qui a d’autres [écoles], et ses nombres n’en sont pas la somme : la ligne n’est pas facturée. Donnez le nom [de l’école], ou écartez la ligne dans les options si c’est un total.",
  "not-a-school":
    "« {value} » n’a pas l’air [d’une école] : la ligne n’est pas facturée. Écartez-la dans les options, ou acceptez cette cellule si c’est [une école].",
  "duplicate-school":
    "« {school} » ({commune}) figure déjà en {first} : cette seconde fois n’est pas facturée. Dites dans les options s’il faut additionner les deux, ou garder la première ou la dernière, ou corrigez le nom [de l’école].",
  "headcount-again":
    "L’effectif de « {school} » est celui qui a été lu plus haut : il n’est compté qu’une fois. Si ce sont d’autres élèves, écrivez le total à la première ligne [de l’école].",
  "insee-disagrees":
    "Le code INSEE {insee} n’est pas celui de {commune} ({expected}) : la ligne n’est pas facturée. Corrigez le code ou le nom, ou dites une fois dans les options de [quelle commune] ce code tient lieu.",
  "location-disagrees":
    "Le lieu « {location} » est dans [une autre commune] que l’entité ({commune}) : la ligne n’est pas facturée. Corrigez l’un des deux, ou dites une fois dans les options de [quelle commune] est ce lieu.",
  "missing-commune":
    "[La commune] manque : la ligne n’est pas facturée. Complétez la cellule, ou dites dans les options de [quelle commune] il s’agit.",
  "missing-school":
    "[L’école] manque : la ligne n’est pas facturée. Écrivez-[école:la|le] dans la cellule ; n’écartez la ligne dans les options que si rien n’y est à facturer (un total).",
  "no-headcounts":
    "Aucun effectif n’a été trouvé ([écoles équipées|équipés] : {schools}) : {?portal:l’accès au portail}{?prestation:« {prestation} »} n’est pas facturé. Ajoutez une colonne « Élèves » ou une feuille d’effectifs.",
  "sheet-without-commune":
    "La feuille « {name} » ne dit pas de [quelle commune] elle est : ses lignes ne sont pas facturées. Donnez-lui le nom [de la commune], ajoutez une colonne « Commune », ou [commune:dites-la|dites-le] dans les options.",
  "two-communes":
    "« {commune} » et « {other} » sont deux [communes] : la ligne n’est pas facturée, faute de savoir [commune:à laquelle|auquel]. N’écrivez que [la commune] [de l’école], ajoutez une colonne « Commune », ou dites dans les options [commune:de laquelle|duquel] il s’agit.",
  "school-only-installed":
    "« {school} » ({commune}) a des installations, et aucun tableau ne montre son matériel en service : elles ne sont pas facturées. Ajoutez [l’école] à l’inventaire, ou dites dans les options que ce tableau montre des installations.",
} as const;

export const en = {
  "commune-no-longer":
    "“{commune}” is no longer {?left:a member}{?successor:[a commune]} on [1 November] {campaign}{?successor: (new commune: {successor})}: the row is not billed. {?successor:Write the [commune] that exists on that date, or say it in the options.}{?left:Set it aside, or say in the options which member it is of.}",
  "left-without-equipment":
    "“{commune}” is no longer a member of the [CAGB] on [1 November] {campaign}, and the row counts no equipment: it is not billed. Nothing to do.",
  "commune-not-yet":
    "“{commune}” is not a member of the [CAGB] on [1 November] {campaign} (only since {since}): the row is not billed. Write [a commune] that was a member on that date, say in the options which one it is, or remove the row.",
  "unknown-commune":
    "“{commune}” is not one of the [CAGB]’s [communes] on [1 November] {campaign}: the row is not billed.{?suggestion: Closest name: {suggestion}.} Correct the name in the sheet, or say in the options which [commune] it is.",
  "commune-chosen":
    "{?text:“{text}” is read as {commune}}{?blank:The [commune] is missing and {commune} is taken}: a choice written in the options. Nothing to do; take it back if it no longer holds.",
  "chosen-commune-unknown":
    "“{commune}”, the [commune] chosen in the options for {at}, is not one of the [CAGB]’s [communes] on [1 November] {campaign}: this choice is not applied. Correct its name, or remove the option.",
  "chosen-commune-without-cell":
    "The [commune] chosen in the options points at {at}, where no [commune] is read: this choice is not applied. Check the sheet and the cell, or remove the option.",
  "commune-as-school":
    "“{commune}” is here the [commune]’s own name, which has other [schools], and its numbers are not their sum: the row is not billed. Give the [school]’s name, or set the row aside in the options if it is a total.",
  "not-a-school":
    "“{value}” does not look like [a school]: the row is not billed. Set it aside in the options, or accept this cell if it is [a school].",
  "duplicate-school":
    "“{school}” ({commune}) is already listed in {first}: this second row is not billed. Say in the options whether to add both, or to keep the first or the last, or correct the [school]’s name.",
  "headcount-again":
    "The headcount of “{school}” is the one that was read above: it is counted once. If they are other pupils, write the total on the first row of the [school].",
  "insee-disagrees":
    "INSEE code {insee} is not that of {commune} ({expected}): the row is not billed. Correct the code or the name, or say once in the options which [commune] this code stands for.",
  "location-disagrees":
    "Location “{location}” is in another [commune] than the entity ({commune}): the row is not billed. Correct one of them, or say once in the options which [commune] this location is in.",
  "missing-commune":
    "The [commune] is missing: the row is not billed. Fill in the cell, or say in the options which [commune] it is.",
  "missing-school":
    "The [school] is missing: the row is not billed. Write it in the cell; set the row aside in the options only if nothing of it is to be billed (a total).",
  "no-headcounts":
    "No headcount was found (equipped [schools]: {schools}): {?portal:portal access}{?prestation:“{prestation}”} is not billed. Add a column “Élèves” or a sheet of headcounts.",
  "sheet-without-commune":
    "Sheet “{name}” does not say which [commune] it is for: its rows are not billed. Name it after the [commune], add a column “Commune”, or say it in the options.",
  "two-communes":
    "“{commune}” and “{other}” are two [communes]: the row is not billed, since nothing says which one owes it. Write the [school]’s [commune] alone, add a “Commune” column, or say in the options which one it is.",
  "school-only-installed":
    "“{school}” ({commune}) has installations, and no table shows what it has in service: they are not billed. Add the [school] to the inventory, or say in the options that this table shows installations.",
} as const satisfies Record<keyof typeof fr, string>;
