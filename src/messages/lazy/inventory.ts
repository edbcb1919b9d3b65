import * as conventions from "./convention-reading";
import * as places from "./inventory-places";
import * as quantities from "./inventory-quantities";
import * as rows from "./inventory-rows";
import * as states from "./states";

/** Messages about the sheets, tables and columns of an inventory. */
const fr = {
  "no-inventory":
    "Aucun inventaire n’a été reconnu dans {files}. Il faut une ligne de titres où figurent [l’école] et au moins une prestation (« Postes clients standard », « Effectif »…), au-dessus des données.",
  "options-sheet-bad-particular":
    "« {value} » ne convient pas à « {option} ». Écrivez une date comme 14/11/2014, les quatorze chiffres d’un SIRET (le dernier les vérifie), un rang comme 2, une année comme 2015.",
  "options-sheet-siret-of-another":
    "« {value} » n’est pas un SIRET de {party} : il commencerait par son SIREN, {siren}. Corrigez-le, ou effacez-le.",
  "workbook-without-inventory":
    "Aucun inventaire n’a été reconnu dans le fichier « {file} » : rien n’en est facturé. Vérifiez que c’est le bon fichier, et qu’une ligne de titres s’y trouve au-dessus des données.",
  "recap-differs":
    "Cette récapitulation par [commune] ne donne pas les mêmes sommes que le détail par [école] : c’est le détail qui est facturé. Vérifiez qu’il n’y manque rien.",
  "ambiguous-header":
    "La colonne « {header} » peut se lire de plusieurs façons : elle n’est pas facturée. Précisez son titre (par exemple « Postes clients standard » ou « Logiciels spécifiques »), ou désignez-la dans les options.",
  "unclear-header":
    "Le titre de la colonne « {header} » ne dit pas ce qu’elle compte : elle n’est pas facturée.{?changes: Corrigez d’abord les quantités dont elle parle.}{?lots: Elle compte par lots (« {lots} ») : écrivez d’abord ces quantités à l’unité.} Corrigez-le, ou dites dans les options ce qu’elle contient (« ignorer » si elle ne compte rien à facturer).",
  "unclear-answers":
    "Sous « {header} », il est répondu oui ou non sans qu’on sache à quoi : une réponse dit peut-être que [l’école], ou la machine, n’est pas à facturer. Dites dans les options si c’est un état (puis ce que veulent dire oui et non), une prestation, ou rien (« ignorer »). Si elle ne porte que sur une quantité de la ligne, tapez d’abord la quantité due dans sa cellule (0 s’il n’y en a pas), puis faites ignorer cette colonne.",
  "movements-column":
    "La colonne « {header} » {?balance:est le solde, ligne après ligne, de ce qui arrive et part : ces quantités}{?words:dit que des quantités arrivent ou partent (« {value} ») : elles} ne s’additionnent pas, et rien n’en est facturé. Écrivez à leur place ce qui est en service, ou ce qui a été installé dans l’année{?installations: ; ou dites dans les options que c’est la nature, puis pour chaque mot si c’est une installation, ou rien}.{?words: Si cette colonne ne dit rien de tel, faites-la ignorer : chaque quantité est alors facturée.}",
  "untitled-column":
    "La colonne sans titre en {header} contient des nombres : elle n’est pas facturée. Donnez-lui un titre, ou dites dans les options ce qu’elle contient (« ignorer » si elle ne compte pas).",
  "ambiguous-label":
    "« {label} » peut désigner plusieurs prestations ({candidates}) : la ligne n’est pas facturée. Écrivez la prestation en toutes lettres, ou dites une fois dans les options ce que c’est.",
  "ambiguous-source":
    "{first} et {second} montrent les mêmes [écoles], avec d’autres quantités : rien n’en est facturé. Retirez ou masquez celui qui ne vaut pas, ou dites dans les options d’additionner, ou lequel garder (le premier, le dernier).",
  "ambiguous-years":
    "La colonne « {header} » porte sur {year}, d’autres sur d’autres années, et aucune sur la campagne {campaign} : rien n’en est facturé. Ajoutez la colonne de la campagne, corrigez les titres, ou dites dans les options ce que contient celle à facturer.",
  "assumed-header":
    "La colonne « {header} » a été comprise comme « {prestation} », faute de précision. Vérifiez qu’elle ne contient rien d’autre, et complétez son titre si besoin.",
  "assumed-label":
    "« {label} » a été compris comme « {prestation} », faute de précision. Vérifiez que c’est bien cela, et complétez le libellé si besoin.",
  "column-of-labels":
    "La colonne « {header} » nomme des prestations (« {value} »…) là où des nombres sont attendus : rien n’en est facturé. Dites dans les options que c’est la colonne du libellé ; si d’autres colonnes portent les nombres, faites-la ignorer ou remplacez ces textes par des nombres.",
  "column-beside-label":
    "La colonne « {header} » n’est pas lue, car ce tableau nomme ses prestations ligne par ligne : ses quantités ne sont pas facturées. Donnez-les dans un autre tableau, ou faites ignorer l’une des deux colonnes dans les options.",
  "choice-moved":
    "Une option vise {at} et n’est pas appliquée{?was: : il y était écrit « {was} »}{?now:, il y est écrit « {now} »}. Retirez-la, puis refaites ce choix s’il vaut encore.",
  "closed-column":
    "La colonne « {header} » : [l’école paraît fermée|fermé], à venir ou à vérifier, et n’est pas [école:facturée|facturé]. Faites ignorer la colonne dans les options [école:si elle n’était pas ouverte|s’il n’était pas ouvert] au [1er novembre], ou dites que c’est une quantité [école:si elle était ouverte|s’il était ouvert].",
  "no-school-over-column":
    "La colonne « {header} » n’a pas le nom [d’une école] : elle n’est pas facturée. Faites-la ignorer dans les options, ou dites que c’est une quantité si c’est [une école].",
  "other-schools-column":
    "« {header} » suit une seconde liste des [écoles], dans un autre ordre : ses nombres ne sont pas ceux des [écoles] de leur ligne, et rien n’en est facturé. Mettez cette liste dans l’ordre de la première, ou faites ignorer la colonne dans les options.",
  "sum-column":
    "Les nombres de la colonne « {header} » sont ceux des colonnes d’avant, additionnés : elle n’est pas facturée. Faites-la ignorer dans les options si c’est un total, ou dites que c’est une quantité si c’est [une école].",
  "unmet-price":
    "Le tarif a un prix pour « {prestation} » ({code}), dont l’unité est « {unit} », et rien n’en est facturé : {?header:« {header} » n’a pas été pris pour sa quantité. Dites dans les options si c’en est une, ou d’ignorer cette colonne.}{?blank:la colonne « {blank} » est vide. Écrivez-y le nombre de chaque [école], ou dites dans les options que c’en est bien la quantité (aucune n’est facturée), ou d’ignorer cette colonne (chaque [école équipée|équipé] en a une).}{?everywhere:aucune colonne ne la compte. Ajoutez-en une à l’inventaire, avec 0 là où il n’y en a pas, ou ôtez ce prix du tarif.}",
  "unread-section":
    "« {title} » ne dit pas si les lignes, ou les colonnes, au-dessous sont à facturer{?unread: (« {unread} » n’a pas été compris)} : elles ne le sont pas. Dites dans les options ce que ce titre veut dire (en service : elles comptent ; sorti : elles ne comptent pas), ou récrivez-le.",
  "unclear-section":
    "« {title} » ne dit pas si les lignes qui le suivent sont en service ou installées dans l’année : elles ne sont pas facturées. Dites dans les options ce que ce titre veut dire (« rien » : ces lignes ne sont pas à facturer), ou récrivez-le.",
  "duplicate-header":
    "« {header} » compte la même chose qu’un autre titre du tableau : rien n’en est facturé. Distinguez-les, ou dites dans les options ce que compte chacun (deux de la même prestation s’additionnent), ou lequel ignorer.",
  "hidden-parts": "La feuille « {sheet} » a des lignes ou des colonnes masquées : elles sont lues comme les autres.",
  "hidden-sheet":
    "La feuille masquée « {sheet} » contient un inventaire : elle n’est pas lue. Affichez-la si elle doit être facturée.",
  "label-since":
    "« {label} » : ce qui a été installé sur plusieurs campagnes, sans que rien ne dise ce qui l’a été pendant la campagne {campaign} : la ligne n’est pas facturée. Ne gardez que ce qui l’a été depuis le [2 novembre] {before}, ou dites dans les options ce que c’est.",
  "missing-nature": "La nature manque : la ligne n’est pas facturée. Écrivez « Installation » ou « Maintenance ».",
  "no-school-column":
    "Ce tableau ne nomme pas les [écoles] et ses chiffres ne sont pas les sommes d’un détail par [école] : ses lignes ne sont pas facturées. Ajoutez une colonne « École », ou, si ce n’est qu’une récapitulation, masquez la feuille ou dites dans les options qu’il n’y a rien à facturer.",
  "only-other-year":
    "La colonne « {header} » porte sur {year}, et non sur la campagne {campaign} : rien n’en est facturé. Ajoutez la colonne de la campagne, corrigez le titre, ou dites dans les options ce qu’elle contient si elle vaut pour {campaign}.",
  "other-year-column": "La colonne « {header} » n’est pas celle de la campagne {campaign} : elle est laissée de côté.",
  "other-year-source":
    "Ce tableau porte sur {?year:une autre année ({year})}{?earlier:un jour d’avant}{?later:un jour d’après le comptage} : celui de {kept} est retenu pour la campagne {campaign}.",
  "undated-source":
    "Ce tableau ne dit pas de quelle année il est, et celui de {kept}, de la campagne {campaign}, montre [toutes|tous ses écoles] : c’est ce dernier qui est facturé. Indiquez l’année dans le titre de celui-ci, ou masquez-le.",
  "same-source-twice":
    "Ce tableau répète {?pupils:les mêmes effectifs}{?all:les mêmes quantités} que {kept} : {?pupils:ils ne sont comptés}{?all:il n’est compté} qu’une fois.",
  "title-other-year":
    "Ce tableau porte sur {?year:{year}}{?later:une date postérieure au jour du comptage}, et aucun autre ne montre ses [écoles] pour la campagne {campaign} : rien n’en est facturé. Vérifiez la campagne, ou dites dans les options que ce tableau vaut pour elle.",
  "unknown-column":
    "La colonne « {header} » contient des nombres, ou des oui et des non, mais n’a pas été reconnue : elle n’est pas facturée. Corrigez son titre si elle doit l’être.",
  "unknown-label":
    "« {label} » n’est pas une prestation connue : la ligne n’est pas facturée.{?changes: Corrigez d’abord les quantités dont elle parle.} Écrivez le nom de la prestation comme dans la convention, ou dites une fois dans les options ce que c’est.",
  "unknown-nature":
    "« {value} » n’est pas une nature : la ligne n’est pas facturée. Écrivez « Installation » ou « Maintenance », ou dites une fois dans les options ce que ce mot veut dire.",
  untariffed: "« {label} » ({quantity}) n’a pas de tarif dans la convention : ce n’est pas facturé.",
  "unknown-role":
    "« {as} » n’est pas un rôle de colonne : la correction de {at} n’est pas appliquée. Écrivez « commune », « école », « effectif », « quantité », « état », « entrée », « sortie », « ignorer », ou un code de prestation (« POSTE_STD installation »).",
  "correction-without-column":
    "La correction de colonne vise {at}, qui n’est pas un en-tête reconnu : elle n’est pas appliquée. Vérifiez la feuille et la cellule.",
  "table-chosen":
    "Ce tableau est lu comme {?inventory:du matériel en service}{?installations:des installations de la campagne}{?headcounts:des effectifs}{?ignored:n’ayant rien à facturer} : c’est un choix inscrit dans les options. Rien à faire ; retirez ce choix s’il ne vaut plus.",
  "repeat-chosen":
    "« {school} » ({commune}) figure aussi en {first} : {?added:ces quantités s’y ajoutent}{?kept:ces quantités ne sont pas facturées}, par un choix inscrit dans les options pour tout le tableau. Rien à faire si c’est bien [la même école] ; sinon, corrigez son nom, ou retirez ce choix.",
  "repeats-chosen":
    "Ce tableau montre des [écoles] que {first} montre aussi : {?added:leurs quantités sont additionnées}{?kept:lui seul compte}, par un choix inscrit dans les options. Rien à faire ; retirez ce choix s’il ne vaut plus.",
  "model-table":
    "« {words} » : un modèle ou un brouillon, rien n’en est facturé. Rien à faire, ou dites dans les options ce qu’est ce tableau.",
  "other-year-installations":
    "« {words} » : des installations d’une autre campagne que {campaign}, elles ne sont pas facturées.",
  "only-installations":
    "« {words} » : des installations, alors qu’aucun tableau ne montre le matériel en service de ces [écoles] ({schools}) : rien n’en est facturé. Ajoutez ce tableau, ou dites dans les options ce qu’est celui-ci.",
  "no-equipment":
    "Des effectifs sont lus, mais aucun matériel : il manque un tableau, ou il n’a pas été reconnu. Ajoutez-le, avec une ligne de titres qui nomme les prestations, au-dessus des données.",
  "unread-table":
    "Ces cellules ({range}) portent des nombres à côté [d’écoles] ou [de communes], sans former un tableau connu : rien n’en est facturé. Donnez-leur une ligne de titres, ou dites dans les options qu’il n’y a rien à facturer.",
  "unread-equipment":
    "Ces cellules ({range}) nomment du matériel, machine par machine, hors de tout tableau connu : rien n’en est facturé. Ajoutez une ligne de titres, avec une colonne « École », ou dites dans les options qu’il n’y a rien à facturer.",
  "choice-without-table":
    "Une option vise {at}, où aucun tableau n’est lu : elle n’est pas appliquée. Vérifiez la feuille et la cellule, ou retirez l’option.",
  "years-column":
    "La colonne « {header} » contient des années : rien n’en est facturé. Dites dans les options que c’est la campagne de chaque ligne (« campagne » : les lignes des autres ne sont pas facturées), laissez-la de côté (« ignorer »), ou dites que c’est l’année d’installation (« année d’installation »), précédée d’un code si son titre ne nomme pas la prestation (« POSTE_STD année d’installation »).",
  "exit-date-unclear":
    "La colonne « {header} » peut dire quand le matériel est parti, ou non : rien ne dit s’il est encore en service. Dites-le dans les options : « sortie » si c’est la date de son départ, « état » si elle nomme ce qui l’a remplacé ou ce qu’il est devenu, « ignorer » sinon.",
  "entry-date-unclear":
    "La colonne « {header} » donne les seules dates de ce registre, et son titre ne dit pas ce qu’elles datent : rien ne dit ce qui a été installé dans l’année. Dites-le dans les options : « entrée » si c’est la date d’installation, « ignorer » sinon.",
  "purchase-as-entry":
    "Faute d’autre date, celle de la colonne « {header} » est prise pour la date d’entrée. Vérifiez que le matériel a bien été installé à l’achat.",
  "unknown-date-column":
    "La colonne « {header} » contient des dates qui n’ont pas été comprises : elle n’est pas lue. Corrigez son titre si elle dit quand le matériel est entré ou sorti.",
  "out-of-service-column":
    "La colonne « {header} » compte ce qui n’est pas en service au [1er novembre] : elle est laissée de côté. Rien à faire si c’est bien cela.",
  "part-column":
    "La colonne « {header} » est une partie d’une autre, déjà comptée : elle est laissée de côté. Rien à faire si c’est bien cela.",
  "parts-in-service":
    "La colonne « {header} » compte des pièces en service, qui n’ont pas de tarif : seules celles qui ont été posées dans l’année sont facturées. Corrigez son titre si ce sont elles.",
} as const;

const en = {
  "no-inventory":
    "No inventory was recognised in {files}. A header row is needed above the data, with the [school] and at least one service (“Postes clients standard”, “Effectif”…).",
  "options-sheet-bad-particular":
    "“{value}” does not suit “{option}”. Write a date such as 14/11/2014, the fourteen figures of a SIRET (the last one checks them), a rank such as 2, a year such as 2015.",
  "options-sheet-siret-of-another":
    "“{value}” is no SIRET of {party}: it would begin with its SIREN, {siren}. Correct it, or clear it.",
  "workbook-without-inventory":
    "No inventory was recognised in “{file}”: nothing of it is billed. Check that it is the right file, and that it has a header row above the data.",
  "recap-differs":
    "This recap by [commune] does not give the same sums as the detail by [school]: the detail is billed. Check that nothing is missing from it.",
  "ambiguous-header":
    "Column “{header}” can be read in several ways: it is not billed. Make its heading precise (for example “Postes clients standard” or “Logiciels spécifiques”), or settle it in the options.",
  "unclear-header":
    "The heading of column “{header}” does not say what it counts: it is not billed.{?changes: First correct the quantities that it is about.}{?lots: It counts by lots (“{lots}”): first write these quantities by unit.} Correct it, or say in the options what it holds (“ignored” if nothing in it is to be billed).",
  "unclear-answers":
    "Under “{header}”, yes or no is answered to something unknown: an answer may say that the [school], or the machine, is not to be billed. Say in the options whether it is a state (then what yes and no mean), a service, or nothing (“ignored”). If it is about only one quantity of the row, first type the quantity due in its cell (0 if there is none), then have this column ignored.",
  "movements-column":
    "Column “{header}” {?balance:is the balance, row after row, of what comes and leaves: these quantities}{?words:says that quantities come or leave (“{value}”): they} do not add up, and none of them is billed. Write instead what is in service, or what was installed in the year{?installations:; or say in the options that it is the nature, then of each word whether it is an installation, or nothing}.{?words: If this column says no such thing, have it ignored: each quantity is then billed.}",
  "untitled-column":
    "The column without a heading at {header} holds numbers: it is not billed. Give it a heading, or say in the options what it holds (“ignored” if it does not count).",
  "ambiguous-label":
    "“{label}” may mean several services ({candidates}): the row is not billed. Write the service in full, or say once in the options what it is.",
  "ambiguous-source":
    "{first} and {second} show the same [schools], with other quantities: neither is billed. Remove or hide the wrong one, or say in the options to add them, or which to keep (the first, the last).",
  "ambiguous-years":
    "Column “{header}” is for {year}, others are for other years, and none is for campaign {campaign}: none of them is billed. Add the campaign’s column, correct the headings, or say in the options what the one to bill holds.",
  "assumed-header":
    "Column “{header}” was understood as {prestation}, since nothing says more. Check that it holds nothing else, and complete its heading if needed.",
  "assumed-label":
    "“{label}” was understood as {prestation}, since nothing says more. Check it, and complete the label if needed.",
  "column-of-labels":
    "The column “{header}” names services (“{value}”…) where numbers are expected: none of it is billed. Say in the options that it is the label’s column; where other columns hold the numbers, have it ignored or replace these texts by numbers.",
  "column-beside-label":
    "Column “{header}” is not read, because this table names its services row by row: its quantities are not billed. Give them in another table, or have one of the two columns ignored in the options.",
  "choice-moved":
    "An option points at {at} and is not applied{?was:: “{was}” was written there}{?now:, “{now}” is now}. Remove it, then choose again if it still holds.",
  "closed-column":
    "Column “{header}”: the [school] seems closed, to come or to be checked, and is not billed. Have the column ignored in the options if it was not open on [1 November], or say that it is a quantity if it was open.",
  "no-school-over-column":
    "Column “{header}” does not have [a school]’s name: it is not billed. Have it ignored in the options, or say that it is a quantity if it is [a school].",
  "other-schools-column":
    "“{header}” follows a second list of the [schools], in another order: its numbers are not those of the [schools] of their row, and nothing of it is billed. Put that list in the order of the first, or have the column ignored in the options.",
  "sum-column":
    "The numbers of column “{header}” are those of the columns before it, added up: it is not billed. Have it ignored in the options if it is a total, or say that it is a quantity if it is [a school].",
  "unmet-price":
    "The tariff has a price for “{prestation}” ({code}), whose unit is “{unit}”, and nothing of it is billed: {?header:“{header}” was not taken for its quantity. Say in the options whether it is, or to ignore that column.}{?blank:column “{blank}” is blank. Write the number of each [school] there, or say in the options that it is its quantity (none is billed), or to ignore that column (each equipped [school] has one).}{?everywhere:no column counts it. Add one to the inventory, with 0 where there is none, or take that price out of the tariff.}",
  "unread-section":
    "“{title}” does not say whether the rows, or the columns, below it are to be billed{?unread: (“{unread}” was not understood)}: they are not. Say in the options what this title means (in service: they count; out: they do not), or write it otherwise.",
  "unclear-section":
    "“{title}” does not say whether the rows below it are in service or installed during the year: they are not billed. Say in the options what this title means, or write it otherwise.",
  "duplicate-header":
    "“{header}” counts the same thing as another heading of the table: none of it is billed. Tell them apart, or say in the options what each counts (two of the same service add up), or which one to ignore.",
  "hidden-parts": "Sheet “{sheet}” has hidden rows or columns: they are read like the others.",
  "hidden-sheet": "The hidden sheet “{sheet}” holds an inventory: it is not read. Unhide it if it must be billed.",
  "label-since":
    "“{label}”: what was installed over several campaigns, and nothing says what was during campaign {campaign}: the row is not billed. Keep only what was installed since [2 November] {before}, or say in the options what it is.",
  "missing-nature": "The nature is missing: the row is not billed. Write “Installation” or “Maintenance”.",
  "no-school-column":
    "This table does not name the [schools], and its figures are not the sums of a detail by [school]: its rows are not billed. Add a column “École”, or, if it is only a recap, hide the sheet or say in the options that there is nothing to bill.",
  "only-other-year":
    "Column “{header}” is for {year}, not for campaign {campaign}: none of it is billed. Add the campaign’s column, correct the heading, or say in the options what it holds if it stands for {campaign}.",
  "other-year-column": "Column “{header}” is not the one of campaign {campaign}: it is left aside.",
  "other-year-source":
    "This table is for {?year:another year ({year})}{?earlier:an earlier day}{?later:a day after the count}: the one at {kept} holds for campaign {campaign}.",
  "undated-source":
    "This table does not say its year, and the one at {kept}, of campaign {campaign}, shows all of its [schools]: that one is billed. Put the year in this one’s title, or hide it.",
  "same-source-twice":
    "This table repeats the same {?pupils:headcounts}{?all:quantities} as {kept}: {?pupils:they are}{?all:it is} counted once only.",
  "title-other-year":
    "This table is for {?year:{year}}{?later:a date after the day of count}, and no other shows its [schools] for campaign {campaign}: nothing of it is billed. Check the campaign, or say in the options that this table holds for it.",
  "unknown-column":
    "Column “{header}” holds numbers, or yes and no, but was not recognised: it is not billed. Correct its heading if it must be.",
  "unknown-label":
    "“{label}” is not a known service: the row is not billed.{?changes: First correct the quantities that it is about.} Write the service’s name as in the convention, or say once in the options what it is.",
  "unknown-nature":
    "“{value}” is not a nature: the row is not billed. Write “Installation” or “Maintenance”, or say once in the options what this word means.",
  untariffed: "“{label}” ({quantity}) has no price in the convention: it is not billed.",
  "unknown-role":
    "“{as}” is not a column role: the correction of {at} is not applied. Write “commune”, “school”, “headcount”, “quantity”, “state”, “entry”, “exit”, “ignored”, or a service code (“POSTE_STD installation”).",
  "correction-without-column":
    "The column correction points at {at}, which is no recognised heading: it is not applied. Check the sheet and the cell.",
  "table-chosen":
    "This table is read as {?inventory:equipment in service}{?installations:installations of the campaign}{?headcounts:headcounts}{?ignored:nothing to bill}: it is a choice kept in the options. Nothing to do; remove the choice if it no longer holds.",
  "repeat-chosen":
    "“{school}” ({commune}) is also listed in {first}: {?added:this row is added to it}{?kept:this row is not billed}, by a choice kept in the options for the whole table. Nothing to do if it is the same [school]; otherwise, correct its name, or remove the choice.",
  "repeats-chosen":
    "This table shows [schools] that {first} shows too: {?added:their quantities are added}{?kept:it alone counts}, by a choice kept in the options. Nothing to do; remove the choice if it no longer holds.",
  "model-table":
    "“{words}”: a template or a draft, nothing of it is billed. Nothing to do, or say in the options what this table is.",
  "other-year-installations": "“{words}”: installations of another campaign than {campaign}, they are not billed.",
  "only-installations":
    "“{words}”: installations, while no table shows what is in service in these [schools] ({schools}): nothing of it is billed. Add that table, or say in the options what this one is.",
  "no-equipment":
    "Headcounts are read, but no equipment: a table is missing, or was not recognised. Add it, with a header row that names the services above the data.",
  "unread-table":
    "These cells ({range}) hold numbers beside [schools] or [communes], and are no table that is known: nothing of them is billed. Give them a header row, or say in the options that there is nothing to bill.",
  "unread-equipment":
    "These cells ({range}) name equipment, machine by machine, in no known table: nothing of them is billed. Add a row of headings, with a “School” column, or say in the options that there is nothing to bill.",
  "choice-without-table":
    "An option points at {at}, where no table is read: it is not applied. Check the sheet and the cell, or remove the option.",
  "years-column":
    "Column “{header}” holds years: none of it is billed. Say in the options that it is the campaign of each row (“campaign”: rows of others are not billed), leave it out (“ignored”), or say that it is the year of installation (“year-installed”), after a code if its heading names no prestation (“POSTE_STD year-installed”).",
  "exit-date-unclear":
    "Column “{header}” may say when the equipment left, or not: nothing says whether it is still in service. Say so in the options: “exit” if it is the date it left, “state” if it names what replaced it or became of it, else “ignored”.",
  "entry-date-unclear":
    "Column “{header}” gives the only dates of this register, and its heading does not say what they date: nothing says what was installed during the year. Say so in the options: “entry” if it is the date of installation, else “ignored”.",
  "purchase-as-entry":
    "For want of another date, that of column “{header}” is taken for the date of entry. Check that the equipment was installed when it was bought.",
  "unknown-date-column":
    "Column “{header}” holds dates that were not understood: it is not read. Correct its heading if it says when equipment came or left.",
  "out-of-service-column":
    "Column “{header}” counts what is not in service on [1 November]: it is left out. Nothing to do if that is right.",
  "part-column":
    "Column “{header}” is a part of another one, counted already: it is left out. Nothing to do if that is right.",
  "parts-in-service":
    "Column “{header}” counts spare parts in service, which have no tariff: only those fitted during the year are billed. Correct its heading if these are meant.",
} as const satisfies Record<keyof typeof fr, string>;

/** A code of a message about an inventory. */
export type InventoryCode =
  keyof typeof fr | keyof typeof places.fr | keyof typeof rows.fr | keyof typeof quantities.fr | keyof typeof states.fr;

/** A code of a message about a convention that cannot be read; it is not a point of an inventory. */
export type ConventionCode = keyof typeof conventions.fr;

/** Messages about an inventory, which the module `inventory` adds to `message`: the pane loads both together. */
export const inventoryTexts = {
  fr: { ...fr, ...places.fr, ...rows.fr, ...quantities.fr, ...states.fr, ...conventions.fr },
  en: { ...en, ...places.en, ...rows.en, ...quantities.en, ...states.en, ...conventions.en },
};
