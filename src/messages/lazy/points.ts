import type { Anomaly } from "../anomaly";
import type { Language } from "../by-language";
import { message, say, speechOf, type OwnWords, type Speech } from "../catalogue";

/** Messages of points in several cells, by the code of their anomalies. `{count}`: cells, or numbers of a column. */
export const fr = {
  "after-snapshot":
    "{count} dates sont postérieures au [1er novembre] {campaign} : ce matériel n’est pas facturé pour cette campagne. Vérifiez celles qui vous étonnent.",
  "amount-differs":
    "{count} montants écrits ne sont pas ceux que donnent les quantités et les prix : c’est le calcul qui est facturé. Vérifiez les quantités.",
  "commune-no-longer":
    "« {commune} » n’est plus {?left:membre}{?successor:[une commune]} au [1er novembre] {campaign}{?successor: (commune nouvelle : {successor})} : {count} lignes ne sont pas facturées. {?successor:Écrivez le nom [de la commune] qui existe à cette date.}{?left:Écartez-les, ou dites dans les options à quel membre elles reviennent.}",
  "duplicate-inventory-number":
    "{count} numéros d’inventaire figurent déjà plus haut : ces matériels ne sont pas facturés une seconde fois. Corrigez les numéros, ou supprimez les lignes.",
  "duplicate-school":
    "{count} lignes répètent [une école] : seule sa première ligne est facturée. Additionnez s’il s’agit de salles, ou gardez la première ou la dernière.",
  "duplicate-serial-number":
    "{count} numéros de série figurent déjà plus haut. Le matériel est facturé ; vérifiez qu’il n’est pas inscrit deux fois.",
  "formula-without-result":
    "{count} formules n’ont pas de résultat : ce qu’elles donnent n’est pas facturé. Ouvrez le classeur dans Excel et enregistrez-le, ou tapez les valeurs.",
  "headcount-again":
    "{count} lignes redonnent l’effectif [d’une école], lu plus haut : il n’est compté qu’une fois. Si ce sont d’autres élèves, écrivez le total à la première ligne [de l’école].",
  "headcount-without-equipment":
    "{count} [écoles] ont un effectif mais aucun matériel : seul l’accès au portail est facturé. Vérifiez [école:qu’elles|qu’ils] ont adhéré et que leur matériel n’a pas été oublié.",
  "hidden-under-merge":
    "La fusion {range} cache {count} cellules remplies : personne ne les voit, et rien ne dit si elles comptent. Défusionnez, puis gardez ce qui compte.",
  "insee-disagrees":
    "{count} codes INSEE ne sont pas ceux de leur [commune] : ces lignes ne sont pas facturées. Corrigez les codes ou les noms, ou dites une fois dans les options de [quelle commune] ce code tient lieu.",
  "installed-outside-window":
    "{count} installations sont datées hors de la campagne (du [2 novembre] {before} au [1er novembre] {campaign}) : elles ne sont pas facturées. Vérifiez les dates.",
  "item-repeated":
    "{count} lignes répètent la prestation [d’une école], sans que rien ne les distingue : elles ne sont pas facturées. Dites dans les options s’il faut additionner, ou garder la première ou la dernière, ou corrigez les lignes.",
  "item-twice":
    "{count} lignes répètent la prestation [d’une école] : leurs quantités sont additionnées. Vérifiez que ce ne sont pas des répétitions.",
  "leaving-remark":
    "{count} remarques de la colonne « {header} » disent peut-être que ce matériel n’est plus en service : ces matériels ne sont pas facturés. Dites une fois, texte par texte s’ils diffèrent, ou pour toute la colonne, s’ils ne disent rien ou si ces machines sont sorties.",
  "merged-quantity":
    "{count} nombres sont fusionnés sur plusieurs [écoles] : ils ne sont pas facturés. Défusionnez, et tapez le nombre de [école:chacune|chacun].",
  "missing-commune": "[La commune] manque sur {count} lignes : elles ne sont pas facturées. Complétez les cellules.",
  "missing-headcount":
    "L’effectif de {count} [écoles] manque : {?portal:leur accès au portail}{?prestation:« {prestation} »} n’est pas facturé. Tapez les nombres d’élèves (0 s’il n’y en a aucun).",
  "missing-label":
    "La prestation manque sur {count} lignes qui portent une quantité : elles ne sont pas facturées. Complétez les cellules.",
  "missing-nature":
    "La nature manque sur {count} lignes : elles ne sont pas facturées. Écrivez « Installation » ou « Maintenance ».",
  "missing-school":
    "[L’école] manque sur {count} lignes : elles ne sont pas facturées. Écrivez-[école:la|le] dans chaque cellule ; n’écartez des lignes dans les options que si rien n’y est à facturer (un total).",
  "missing-state":
    "Rien n’est répondu sous « {header} » sur {count} lignes, où d’autres disent oui ou non : ces matériels ne sont pas facturés. Répondez oui ou non dans les cellules.",
  "more-installed":
    "{count} [écoles] ont plus d’installations dans l’année que de matériel en service : c’est facturé tel quel. Vérifiez les quantités.",
  "beyond-cap":
    "{count} quantités de « {prestation} » dépassent le plafond de la convention ({most} par [école]) : ce qui dépasse n’est pas facturé.",
  "more-than-one-a-school":
    "{count} [écoles] ont plusieurs « {prestation} », alors que la convention en prévoit un par [école] : un seul est facturé. Corrigez, ou choisissez « à l’unité » dans les options.",
  "one-date-for-several":
    "Une seule date d’installation est donnée pour plusieurs unités en service, dans {count} cellules : aucune installation n’en est facturée. Donnez dans une colonne à part la quantité installée dans l’année, ou, si aucune ne l’a été, faites ignorer la colonne « {header} » dans les options.",
  "quantity-fractional":
    "{count} quantités ne sont pas des nombres entiers : elles ne sont pas facturées. Corrigez-les.",
  "quantity-negative": "{count} quantités sont négatives : elles ne sont pas facturées. Corrigez-les.",
  "quantity-text":
    "« {value} » n’est pas un nombre{?note: (« {note} »)} : {count} quantités ne sont pas facturées. Tapez le nombre seul (0 s’il n’y en a pas).{?part: Si une partie a été installée dans l’année, écrivez-la dans la colonne des installations, ajoutée au besoin.}",
  "quantity-with-text":
    "{count} quantités sont accompagnées d’un texte et ont été lues. Vérifiez, et tapez les nombres seuls.",
  "repeat-chosen":
    "{count} lignes redonnent [une école] qui figure plus haut : elles s’y ajoutent, ou ne sont pas facturées, par un choix inscrit dans les options pour tout le tableau. Vérifiez que ce sont bien les mêmes [écoles].",
  "school-only-installed":
    "{count} [écoles] ont des installations, et aucun tableau ne montre leur matériel en service : elles ne sont pas facturées. Ajoutez-les à l’inventaire, ou dites dans les options que ce tableau montre des installations.",
  "school-without-headcount":
    "L’effectif de {count} [écoles] est introuvable : {?portal:leur accès au portail}{?prestation:« {prestation} »} n’est pas facturé. Ajoutez-les à la feuille des effectifs, sous le même nom.",
  "total-differs":
    "{count} totaux ne donnent pas la somme des lignes au-dessus. Le détail est facturé, pas les totaux ; vérifiez qu’aucune ligne ne manque.",
  "total-ignores-text": "{count} totaux ne comptent pas des nombres saisis comme du texte. Le détail, lui, les compte.",
  "total-without-result":
    "Les formules de {count} totaux n’ont pas de résultat : ils n’ont pas pu être comparés au détail, qui seul est facturé. Ouvrez le classeur dans Excel et enregistrez-le, puis recommencez.",
  "two-communes":
    "{count} lignes nomment deux [communes] : elles ne sont pas facturées, faute de savoir [commune:à laquelle|auquel]. N’écrivez que [la commune] [de l’école], ajoutez une colonne « Commune », ou dites dans les options [commune:de laquelle|duquel] il s’agit.",
  "unclear-campaign":
    "La colonne « {header} » ne dit pas de quelle campagne sont {count} lignes : elles ne sont pas facturées. Tapez l’année seule, ou dites dans les options que cette colonne est à ignorer.",
  "unknown-commune":
    "« {commune} » ne figure pas parmi les [communes] [de la CAGB] au [1er novembre] {campaign} : {count} lignes ne sont pas facturées.{?suggestion: Nom le plus proche : {suggestion}.} Corrigez le nom, ou dites dans les options de [quelle commune] il s’agit.",
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
  "machine-named-elsewhere":
    "{count} matériels en service ici sont nommés aussi dans {list}, qui dit peut-être qu’ils ne le sont plus (« {said} ») : ils ne sont pas facturés. Écrivez leur état ou leur date de sortie dans le registre, écartez leurs lignes dans les options s’ils sont sortis, ou acceptez-les s’ils sont toujours en service.",
  "in-service-after-exit":
    "{count} matériels sont « {value} », et leur date de sortie est passée : ils ne sont pas facturés. Effacez la date de ceux qui servent toujours, corrigez l’état de ceux qui sont sortis, ou acceptez ces dates dans les options.",
  "partly-struck":
    "{count} nombres sont barrés, ou en exposant, en partie : rien ne dit lesquels valent, et leurs lignes ne sont pas facturées. Retapez dans chaque cellule celui qui vaut, seul.",
  "struck-through":
    "{count} cellules sont barrées : leurs lignes ne sont peut-être plus dues, et elles ne sont pas facturées. Effacez les lignes si le matériel n’est plus là, ou seulement les dates et les états qui ne valent plus ; sinon, ôtez les ratures, ou acceptez ces cellules dans les options.",
  "undue-remark":
    "{count} remarques{?header: de la colonne « {header} »} disent peut-être que ce n’est pas dû, ou ne l’est plus : ce dont elles parlent n’est pas facturé (leurs lignes, ou [toute l’école] si elles parlent [d’une école]). Dites une fois si elles ne disent rien (tout est facturé), ou si c’est sorti, fermé ou pas encore là (rien n’en est facturé) ; écartez des lignes une à une si elles diffèrent. Si une partie seulement d’une quantité n’est plus due, corrigez-la d’abord dans sa cellule.",
  "states-disagree":
    "« {header} » et « {otherHeader} » se contredisent sur {count} lignes, l’une disant le matériel en service et l’autre non : il n’est pas facturé. Dites dans les options laquelle des deux dit l’état à retenir, ou laquelle ignorer.",
} as const;

export const en = {
  "after-snapshot":
    "{count} dates are after [1 November] {campaign}: this equipment is not billed for this campaign. Check those that surprise you.",
  "amount-differs":
    "{count} amounts written are not what the quantities and prices give: the reckoning is billed. Check the quantities.",
  "commune-no-longer":
    "“{commune}” is no longer {?left:a member}{?successor:[a commune]} on [1 November] {campaign}{?successor: (new commune: {successor})}: {count} rows are not billed. {?successor:Write the [commune] that exists on that day.}{?left:Set them aside, or say in the options which member they are of.}",
  "duplicate-inventory-number":
    "{count} inventory numbers are already listed above: this equipment is not billed a second time. Correct the numbers, or delete the rows.",
  "duplicate-school":
    "{count} rows repeat [a school]: only its first row is billed. Add them up if they are rooms, or keep the first or the last.",
  "duplicate-serial-number":
    "{count} serial numbers are already listed above. The equipment is billed; check that it is not listed twice.",
  "formula-without-result":
    "{count} formulas have no result: what they give is not billed. Open the workbook in Excel and save it, or type the values.",
  "headcount-again":
    "{count} rows give again the headcount of [a school], read above: it is counted once. If they are other pupils, write the total on the first row of the [school].",
  "headcount-without-equipment":
    "{count} [schools] have a headcount but no equipment: only the portal is billed. Check that they joined and that no equipment is missing.",
  "hidden-under-merge":
    "The merge {range} hides {count} filled cells: nobody sees them, and nothing says whether they count. Unmerge them, then keep what counts.",
  "insee-disagrees":
    "{count} INSEE codes are not those of their [commune]: these rows are not billed. Correct the codes or the names, or say once in the options which [commune] this code stands for.",
  "installed-outside-window":
    "{count} installations are dated outside the campaign ([2 November] {before} to [1 November] {campaign}): they are not billed. Check the dates.",
  "item-repeated":
    "{count} rows repeat a service of [a school], and nothing tells them apart: they are not billed. Say in the options whether to add them, or to keep the first or the last, or correct the rows.",
  "item-twice":
    "{count} rows repeat a service of [a school]: their quantities are added. Check that they are no repetitions.",
  "leaving-remark":
    "{count} remarks of the column “{header}” may say that equipment is no longer in service: this equipment is not billed. Say once, text by text where they differ, or for the whole column, whether they say nothing or these machines are gone.",
  "merged-quantity":
    "{count} numbers are merged over several [schools]: they are not billed. Unmerge them, and type the number of each.",
  "missing-commune": "The [commune] is missing on {count} rows: they are not billed. Fill in the cells.",
  "missing-headcount":
    "The headcount of {count} [schools] is missing: {?portal:their portal}{?prestation:“{prestation}”} is not billed. Type the numbers of pupils (0 if there is none).",
  "missing-label": "The service is missing on {count} rows with a quantity: they are not billed. Fill in the cells.",
  "missing-nature":
    "The nature is missing on {count} rows: they are not billed. Write “Installation” or “Maintenance”.",
  "missing-school":
    "The [school] is missing on {count} rows: they are not billed. Write it in each cell; set rows aside in the options only if nothing of them is to be billed (a total).",
  "missing-state":
    "Nothing is answered under “{header}” on {count} rows, where others say yes or no: this equipment is not billed. Answer yes or no in the cells.",
  "more-installed":
    "{count} [schools] have more installed in the year than in service: billed as written. Check the quantities.",
  "beyond-cap":
    "{count} quantities of “{prestation}” exceed the cap of the convention ({most} for each [school]): the rest is not billed. Nothing to do if they are right.",
  "more-than-one-a-school":
    "{count} [schools] have several “{prestation}”, and the convention allows one per [school]: one is billed. Correct them, or choose “à l’unité” in the options.",
  "one-date-for-several":
    "One date of installation is given for several units in service, in {count} cells: no installation of it is billed. Give the quantity installed in the year in a column of its own, or, if none was, have the column “{header}” ignored in the options.",
  "quantity-fractional": "{count} quantities are no whole numbers: they are not billed. Correct them.",
  "quantity-negative": "{count} quantities are negative: they are not billed. Correct them.",
  "quantity-text":
    "“{value}” is not a number{?note: (“{note}”)}: {count} quantities are not billed. Type the number alone (0 if there is none).{?part: If a part was installed in the year, write it in the column of installations, added if needed.}",
  "quantity-with-text": "{count} quantities have a text beside them and were read. Check them, and type numbers alone.",
  "repeat-chosen":
    "{count} rows give again [a school] that is already listed above: they are added to it, or are not billed, by a choice kept in the options for the whole table. Check that they are the same [schools].",
  "school-only-installed":
    "{count} [schools] have installations, and no table shows their equipment in service: they are not billed. Add them to the inventory, or say in the options that this table shows installations.",
  "school-without-headcount":
    "The headcount of {count} [schools] is not found: {?portal:their portal}{?prestation:“{prestation}”} is not billed. Add them to the sheet of headcounts, under the same name.",
  "total-differs":
    "{count} totals are not the sum of the rows above. The detail is billed, not the totals; check that no row is missing.",
  "total-ignores-text": "{count} totals do not count numbers typed as text. The detail does.",
  "total-without-result":
    "The formulas of {count} totals have no result: they could not be compared with the detail, which alone is billed. Open the workbook in Excel and save it, then start again.",
  "two-communes":
    "{count} rows name two [communes]: they are not billed, since nothing tells which. Write the [school]’s [commune] alone, add a column “Commune”, or say in the options which one it is.",
  "unclear-campaign":
    "Column “{header}” does not say which campaign {count} rows are for: they are not billed. Type the year alone, or say in the options that this column is to be left out.",
  "unknown-commune":
    "“{commune}” is not among the [communes] of the [CAGB] on [1 November] {campaign}: {count} rows are not billed.{?suggestion: Nearest name: {suggestion}.} Correct the name, or say in the options which [commune] it is.",
  "unknown-label":
    "“{label}” is not a known service: {count} rows are not billed. Write the name of the service as in the convention, or say once what it is.",
  "unknown-nature":
    "“{value}” is not a nature: {count} rows are not billed. Correct the word, or say its meaning once.",
  "unknown-pupil-state":
    "The state “{value}” does not tell whether the pupil left: {count} pupils are not counted. Say once in the options what it means (in service for present, out), or correct the cells.",
  "unknown-state":
    "The state “{value}” is not known: {count} machines are not billed. Say once in the options what it means (in service, out, in stock), or correct the cells.",
  "unreadable-date": "{count} dates cannot be read: this equipment is not billed. Type them in the form 01/11/2014.",
  "unreadable-year": "{count} years cannot be read: these installations are not billed. Type the year alone.",
  untariffed: "“{label}”: no tariff, {count} cells are not billed. Nothing to do if this is intended.",
  "machine-named-elsewhere":
    "{count} pieces of equipment in service here are named too in {list}, which may say that they no longer are (“{said}”): they are not billed. Write their state or their exit date in the register, set their rows aside in the options if they are gone, or accept them if they are still in service.",
  "in-service-after-exit":
    "{count} pieces of equipment are “{value}”, and their exit dates are past: they are not billed. Delete the dates of those that still serve, correct the states of those that have left, or accept these dates in the options.",
  "partly-struck":
    "{count} numbers are partly struck through, or partly superscripts: nothing says which hold, and their rows are not billed. Type the one that holds in each cell again, alone.",
  "struck-through":
    "{count} cells are struck through: their rows may be no longer due, and they are not billed. Delete the rows if the equipment is gone, or only the dates and states that no longer hold; otherwise remove the lines, or accept these cells in the options.",
  "undue-remark":
    "{count} remarks{?header: of the column “{header}”} may say that it is not due, or no longer: what they speak of is not billed (their rows, or the whole [school] if they speak of [a school]). Say once whether they say nothing (all is billed), or that it is gone, closed or not there yet (none of it is); set rows aside one by one if they differ. If only a part of a quantity is no longer due, first correct it in its cell.",
  "states-disagree":
    "“{header}” and “{otherHeader}” disagree on {count} rows, one saying that the equipment is in service and the other that it is not: it is not billed. Say in the options which of the two tells the state to go by, or which to ignore.",
} as const satisfies Record<keyof typeof fr, string>;

const texts: Readonly<Record<Language, Readonly<Partial<Record<string, string>>>>> = { fr, en };

/**
 * Returns the message of the anomalies of one point: the only one's own, or one that counts them; when there is no such
 * message, the first anomaly's.
 */
export function pointMessage(
  anomalies: readonly Anomaly[],
  speech: Language | Speech = "fr",
  words: OwnWords | null = null,
): string {
  const [first] = anomalies;
  if (first === undefined) throw new Error("A point is of one anomaly at least.");
  const own = message(first.code, first.params, speech, words);
  if (anomalies.length === 1) return own;
  const { language } = speechOf(speech);
  const many = words?.points[language][first.code] ?? texts[language][first.code];
  return many === undefined ? own : say(many, { ...first.params, count: anomalies.length }, speech);
}
