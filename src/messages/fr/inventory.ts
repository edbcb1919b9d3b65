/** Messages of `src/inventory`. */
export const inventory = {
  "no-inventory":
    "Aucun inventaire n’a été reconnu dans {files}. Il faut une ligne de titres où figurent l’école et au moins une prestation (« Postes clients standard », « Effectif »…), au-dessus des données.",
  "workbook-without-inventory":
    "Aucun inventaire n’a été reconnu dans le fichier « {file} » : rien n’en est facturé. Vérifiez que c’est le bon fichier, et qu’une ligne de titres s’y trouve au-dessus des données.",
  "ambiguous-header":
    "La colonne « {header} » peut se lire de plusieurs façons : elle n’est pas facturée. Précisez son titre (par exemple « Postes clients standard » ou « Logiciels spécifiques »), ou désignez-la dans les options.",
  "unclear-header":
    "La colonne « {header} » semble parler de matériel mais ne nomme aucune prestation connue : elle n’est pas facturée. Corrigez son titre, ou dites dans les options ce qu’elle contient (« ignorer » si elle ne compte pas).",
  "untitled-column":
    "La colonne sans titre en {header} contient des nombres : elle n’est pas facturée. Donnez-lui un titre, ou dites dans les options ce qu’elle contient (« ignorer » si elle ne compte pas).",
  "ambiguous-label":
    "« {label} » peut désigner plusieurs prestations ({candidates}) : la ligne n’est pas facturée. Écrivez la prestation en toutes lettres, ou dites une fois dans les options ce que c’est.",
  "ambiguous-source":
    "{first} et {second} montrent les mêmes écoles, avec d’autres quantités : rien n’en est facturé. Retirez ou masquez celui qui ne vaut pas, ou dites dans les options d’additionner, ou de garder le premier.",
  "ambiguous-years":
    "La colonne « {header} » porte sur {year}, d’autres sur d’autres années, et aucune sur la campagne {campaign} : rien n’en est facturé. Ajoutez la colonne de la campagne, ou corrigez les titres.",
  "assumed-header":
    "La colonne « {header} » a été comprise comme « {prestation} », faute de précision. Vérifiez qu’elle ne contient rien d’autre, et complétez son titre si besoin.",
  "assumed-label":
    "« {label} » a été compris comme « {prestation} », faute de précision. Vérifiez que c’est bien cela, et complétez le libellé si besoin.",
  "after-snapshot":
    "Cette date est postérieure au 1er novembre {campaign} : le matériel n’est pas facturé pour cette campagne. Vérifiez la date si elle vous étonne.",
  "column-of-labels":
    "La colonne « {header} » nomme des prestations (« {value} »…) là où des nombres sont attendus : rien n’en est facturé. Dites dans les options que c’est la colonne du libellé ; si d’autres colonnes portent les nombres, faites-la ignorer ou remplacez ces textes par des nombres.",
  "column-beside-label":
    "La colonne « {header} » n’est pas lue, car ce tableau nomme ses prestations ligne par ligne : ses quantités ne sont pas facturées. Donnez-les dans un autre tableau, ou faites ignorer l’une des deux colonnes dans les options.",
  "commune-no-longer":
    "« {commune} » n’est plus une commune au 1er novembre {campaign}{?successor: (commune nouvelle : {successor})} : la ligne n’est pas facturée. Écrivez le nom de la commune qui existe à cette date, ou dites-le dans les options.",
  "commune-not-yet":
    "« {commune} » n’est pas membre de la CAGB au 1er novembre {campaign} (seulement depuis {since}) : la ligne n’est pas facturée. Écrivez une commune membre à cette date, dites dans les options de laquelle il s’agit, ou retirez la ligne.",
  "unknown-commune":
    "« {commune} » ne figure pas parmi les communes de la CAGB au 1er novembre {campaign} : la ligne n’est pas facturée.{?suggestion: Nom le plus proche : {suggestion}.} Corrigez le nom dans la feuille, ou dites dans les options de quelle commune il s’agit.",
  "commune-chosen":
    "{?text:« {text} » est lu comme {commune}}{?blank:La commune manque, {commune} est retenue} : c’est un choix inscrit dans les options. Rien à faire ; retirez ce choix s’il ne vaut plus.",
  "chosen-commune-unknown":
    "« {commune} », la commune choisie dans les options pour {at}, ne figure pas parmi les communes de la CAGB au 1er novembre {campaign} : ce choix n’est pas appliqué. Corrigez son nom, ou retirez l’option.",
  "chosen-commune-without-cell":
    "La commune choisie dans les options vise {at}, où aucune commune n’est lue : ce choix n’est pas appliqué. Vérifiez la feuille et la cellule, ou retirez l’option.",
  "choice-moved":
    "Une option vise {at} et n’est pas appliquée{?was: : il y était écrit « {was} »}{?now:, il y est écrit « {now} »}. Retirez-la, puis refaites ce choix s’il vaut encore.",
  "commune-as-school":
    "« {commune} » est ici le nom de la commune, qui a d’autres écoles, et ses nombres n’en sont pas la somme : la ligne n’est pas facturée. Donnez le nom de l’école, ou écartez la ligne dans les options si c’est un total.",
  "closed-column":
    "La colonne « {header} » : l’école paraît fermée, et elle n’est pas facturée. Faites ignorer la colonne dans les options si elle l’était au 1er novembre, ou dites que c’est une quantité si elle était ouverte.",
  "no-school-over-column":
    "La colonne « {header} » n’a pas le nom d’une école : elle n’est pas facturée. Faites-la ignorer dans les options, ou dites que c’est une quantité si c’est une école.",
  "not-a-school":
    "« {value} » n’a pas l’air d’une école : la ligne n’est pas facturée. Écartez-la dans les options, ou acceptez cette cellule si c’est une école.",
  "sum-column":
    "Les nombres de la colonne « {header} » sont ceux des colonnes d’avant, additionnés : elle n’est pas facturée. Faites-la ignorer dans les options si c’est un total, ou dites que c’est une quantité si c’est une école.",
  "undue-remark":
    "La remarque « {value} » met la ligne en doute : elle n’est pas facturée. Corrigez la quantité et la remarque (ce qui a été installé va dans sa colonne, ou sur une ligne « dont installés »), ou acceptez la ligne telle quelle dans les options.",
  "several-machines":
    "« {value} » : une ligne de cette liste est une machine, et celle-ci semble en compter plusieurs. Elle n’est pas facturée : mettez une ligne par machine, ou acceptez-la dans les options si c’en est une.",
  "row-of-year-before":
    "« {label} » porte sur une autre année : la ligne de la campagne {campaign} est celle qui est facturée.",
  "only-row-of-year":
    "« {label} » porte sur une autre année, et l’école n’a pas de ligne « {campaign} », que d’autres ont : elle n’est pas facturée. Écrivez la ligne de la campagne, ou acceptez celle-ci dans les options si elle vaut toujours.",
  "struck-through":
    "« {value} » est barré : la ligne n’est peut-être plus due, et elle n’est pas facturée. Effacez-la si le matériel n’est plus là, ôtez la rature, ou acceptez cette cellule dans les options.",
  "closed-form":
    "« {value} » : l’école paraît fermée, et rien de sa fiche n’est facturé. Dites dans les options que ce tableau est à laisser de côté si elle l’était au 1er novembre, ou acceptez-la si elle était ouverte.",
  "closed-school":
    "« {value} » : l’école paraît fermée, et la ligne n’est pas facturée. Si l’école était fermée au 1er novembre, écartez la ligne dans les options ; si elle était ouverte, acceptez cette cellule.",
  "stock-before":
    "« {header} » est « {stock} » plus ce qui est arrivé, moins ce qui est sorti : c’est peut-être elle qui est en service au 1er novembre, et elle n’est pas facturée. Faites-la ignorer dans les options si c’est « {stock} », ou dites ce que chacune contient.",
  "sum-as-school":
    "Les nombres de « {value} » sont ceux des {count} lignes de sa commune au-dessus, additionnés : la ligne n’est pas facturée. Écartez-la dans les options si c’est un total, ou acceptez-la si c’est une école.",
  "unclear-section":
    "« {title} » ne dit pas si les lignes qui le suivent sont en service ou installées dans l’année : elles ne sont pas facturées. Dites dans les options ce que ce titre veut dire (« rien » : ces lignes ne sont pas à facturer), ou récrivez-le.",
  "commune-recap":
    "Ce tableau donne, par commune, les sommes de ce que d’autres détaillent par école : il n’est pas compté une seconde fois.",
  "duplicate-inventory-number":
    "Le numéro d’inventaire « {number} » figure déjà plus haut : ce matériel n’est pas facturé une seconde fois. Corrigez le numéro, ou supprimez la ligne.",
  "duplicate-serial-number":
    "Le numéro de série « {number} » figure déjà plus haut. Le matériel est facturé ; vérifiez qu’il n’est pas inscrit deux fois.",
  "duplicate-header":
    "La colonne « {header} » compte la même chose qu’une autre colonne du tableau : aucune des deux n’est facturée. Distinguez leurs titres, ou dites dans les options laquelle ignorer.",
  "duplicate-school":
    "« {school} » ({commune}) figure déjà à la ligne {first} : cette seconde ligne n’est pas facturée. Dites dans les options s’il faut additionner les deux lignes ou garder la première, ou corrigez le nom de l’école.",
  "error-in-name":
    "La cellule contient l’erreur {value} à la place d’un nom : la ligne n’est pas facturée. Corrigez la formule ou tapez le nom.",
  "filtered-rows": "La feuille « {sheet} » est filtrée : les lignes masquées par le filtre sont lues comme les autres.",
  "hidden-parts": "La feuille « {sheet} » a des lignes ou des colonnes masquées : elles sont lues comme les autres.",
  "hidden-sheet":
    "La feuille masquée « {sheet} » contient un inventaire : elle n’est pas lue. Affichez-la si elle doit être facturée.",
  "headcount-total-differs":
    "Ce total d’élèves de « {school} » affiche {shown} alors que ses niveaux donnent {expected} : c’est le total qui est facturé. Vérifiez-le.",
  "headcount-without-equipment":
    "« {school} » ({commune}) a un effectif mais aucun matériel : seul l’accès au portail est facturé. Vérifiez que l’école a bien adhéré et que son matériel n’a pas été oublié.",
  "in-repair": "Matériel « {status} » : il reste en service et il est facturé. Vérifiez qu’il n’a pas été retiré.",
  "in-stock": "Matériel « {status} » : il n’est pas en service dans l’école et n’est pas facturé. Vérifiez son état.",
  "insee-disagrees":
    "Le code INSEE {insee} n’est pas celui de {commune} ({expected}) : la ligne n’est pas facturée. Corrigez le code ou le nom, ou dites une fois dans les options de quelle commune ce code tient lieu.",
  "installed-other-year":
    "La colonne « {header} » porte sur {year}, et non sur la campagne {campaign} : ces installations ne sont pas facturées. Corrigez le titre si elles sont de l’année.",
  "installed-since":
    "« {header} » compte ce qui a été installé depuis une date d’avant la campagne {campaign}, sur plusieurs campagnes : rien n’en est facturé. Écrivez ce qui l’a été depuis le 2 novembre {before}, ou dites dans les options ce que c’est.",
  "installations-since":
    "« {words} » : ce qui a été installé depuis une date d’avant la campagne {campaign}, sur plusieurs campagnes : rien n’en est facturé. Ne gardez que ce qui l’a été depuis le 2 novembre {before}, ou dites dans les options ce qu’est ce tableau.",
  "rows-since":
    "« {title} » : ce qui a été installé depuis une date d’avant la campagne {campaign}, sur plusieurs campagnes : les lignes qui le suivent ne sont pas facturées. Ne gardez que ce qui l’a été depuis le 2 novembre {before}, ou dites dans les options ce que ce titre veut dire.",
  "label-since":
    "« {label} » : ce qui a été installé depuis une date d’avant la campagne {campaign}, sur plusieurs campagnes : la ligne n’est pas facturée. Ne gardez que ce qui l’a été depuis le 2 novembre {before}, ou dites dans les options ce que c’est.",
  "row-other-year":
    "« {label} » porte sur {year}, et non sur la campagne {campaign} : cette installation n’est pas facturée. Corrigez le libellé si elle est de l’année.",
  "installed-outside-window":
    "Installation datée hors de la campagne (du 2 novembre {before} au 1er novembre {campaign}) : elle n’est pas facturée. Vérifiez la date.",
  "item-repeated":
    "« {label} » figure déjà pour « {school} » (ligne {first}), sans que rien ne distingue les deux lignes : celle-ci n’est pas facturée. Dites dans les options s’il faut additionner ou garder la première, ou corrigez la ligne.",
  "item-repeated-across":
    "« {label} » figure déjà pour « {school} » ({first}), sans que rien ne distingue les deux colonnes : celle-ci n’est pas facturée. Dites dans les options s’il faut additionner ou garder la première, ou corrigez le titre de la colonne.",
  "item-twice":
    "« {label} » figure déjà pour « {school} » : les quantités sont additionnées. Vérifiez que ce n’est pas une répétition.",
  "location-disagrees":
    "Le lieu « {location} » est dans une autre commune que l’entité ({commune}) : la ligne n’est pas facturée. Corrigez l’un des deux, ou dites une fois dans les options de quelle commune est ce lieu.",
  "missing-commune":
    "La commune manque : la ligne n’est pas facturée. Complétez la cellule, ou dites dans les options de quelle commune il s’agit.",
  "missing-headcount":
    "L’effectif de « {school} » manque : l’accès au portail n’est pas facturé. Tapez le nombre d’élèves (0 s’il n’y en a aucun).",
  "missing-label":
    "La prestation manque sur une ligne qui porte une quantité : elle n’est pas facturée. Complétez la cellule.",
  "missing-nature": "La nature manque : la ligne n’est pas facturée. Écrivez « Installation » ou « Maintenance ».",
  "missing-state":
    "Rien n’est répondu sous « {header} », où d’autres lignes disent oui ou non : ce matériel n’est pas facturé. Répondez oui ou non dans la cellule.",
  "blank-in-service":
    "Rien n’est coché sous « {header} » : ce matériel est considéré comme sorti et n’est pas facturé. Cochez la cellule s’il est en service.",
  "unknown-state":
    "L’état « {value} » n’est pas connu : ce matériel n’est pas facturé. Dites une fois dans les options ce qu’il veut dire (en service, sorti, en stock), ou corrigez la cellule.",
  "leaving-remark":
    "La remarque « {value} » parle d’un départ : ce matériel n’est pas facturé. Dites une fois, pour toute la colonne « {header} », si elle ne dit rien ou si ces machines sont sorties.",
  "other-year-rows-below": "« {title} » porte sur une autre année : les lignes qui le suivent ne sont pas retenues.",
  "rows-not-in-service":
    "« {title} » : ce n’est pas en service, et les lignes qui le suivent ne sont pas facturées. Rien à faire si c’est voulu.",
  "missing-school": "L’école manque : la ligne n’est pas facturée. Complétez la cellule.",
  "more-installed":
    "{installed} installés dans l’année pour {inService} en service : c’est facturé tel quel. Vérifiez les deux quantités.",
  "more-than-one-a-school":
    "{quantity} « {prestation} » pour « {school} », alors que la convention en prévoit une par école : une seule est facturée. Corrigez la quantité, ou choisissez « à l’unité » dans les options.",
  "no-entry-date":
    "Matériel sans date d’entrée sur la feuille « {sheet} » : {count}. Sa maintenance est facturée, aucune installation ne l’est.",
  "no-headcounts":
    "Aucun effectif n’a été trouvé (écoles équipées : {schools}) : l’accès au portail n’est pas facturé. Ajoutez une colonne « Élèves » ou une feuille d’effectifs.",
  "no-school-column":
    "Ce tableau ne nomme pas les écoles et ses chiffres ne sont pas les sommes d’un détail par école : ses lignes ne sont pas facturées. Ajoutez une colonne « École », ou, si ce n’est qu’une récapitulation, masquez la feuille ou dites dans les options qu’il n’y a rien à facturer.",
  "only-other-year":
    "La colonne « {header} » porte sur {year}, et non sur la campagne {campaign} : rien n’en est facturé. Ajoutez la colonne de la campagne, corrigez le titre, ou dites dans les options ce qu’elle contient si elle vaut pour {campaign}.",
  "other-year-column": "La colonne « {header} » n’est pas celle de la campagne {campaign} : elle est laissée de côté.",
  "other-year-rows":
    "La colonne « {header} » porte aussi sur {year} : seules les lignes de la campagne {campaign} sont retenues.",
  "no-row-of-campaign":
    "La colonne « {header} » ne porte que sur {year}, jamais sur la campagne {campaign} : aucune de ses lignes n’est facturée. Vérifiez la campagne choisie, ou la colonne.",
  "other-year-source":
    "Ce tableau porte sur une autre année ({year}) : celui de {kept} est retenu pour la campagne {campaign}.",
  "recap-differs":
    "Cette récapitulation par commune ne donne pas les mêmes sommes que le détail par école : c’est le détail qui est facturé. Vérifiez qu’il n’y manque rien.",
  "undated-source":
    "Ce tableau ne dit pas de quelle année il est, et celui de {kept}, de la campagne {campaign}, montre toutes ses écoles : c’est ce dernier qui est facturé. Indiquez l’année dans le titre de celui-ci, ou masquez-le.",
  "part-of-headcounts": "Ce tableau donne une partie des effectifs dont {kept} donne le total : le total est retenu.",
  "same-source-twice": "Ce tableau répète les mêmes quantités que {kept} : il n’est compté qu’une fois.",
  "out-without-date": "Matériel « {status} » sans date de sortie : il est considéré comme sorti et n’est pas facturé.",
  "packs-inferred":
    "Aucune feuille ne montre les packs logiciels : un pack en maintenance est compté pour chaque école équipée ({schools}), aucun en installation.",
  "pupil-list":
    "La feuille « {sheet} » est une liste nominative : ses élèves sont comptés par école (lignes lues : {count}), aucun nom n’est lu ni conservé.",
  "pupil-list-without-school":
    "La feuille « {sheet} » est une liste nominative sans colonne « École » (lignes : {count}) : elle n’est pas comptée. Ajoutez le nom de l’école sur chaque ligne, ou donnez les effectifs par école.",
  "pupils-who-left":
    "Élèves partis avant le 1er novembre sur la feuille « {sheet} » : {count}. Ils ne sont pas comptés.",
  "unknown-pupil-state":
    "L’état « {value} » ne dit pas si l’élève est parti : il n’est pas compté. Dites une fois dans les options ce qu’il veut dire (en service pour présent, sorti), ou corrigez la cellule.",
  "quantity-error":
    "La cellule contient l’erreur {value} : cette quantité n’est pas facturée. Corrigez la formule ou tapez le nombre.",
  "formula-without-result":
    "La formule de cette cellule n’a pas de résultat enregistré : ce qu’elle donne n’est pas facturé. Ouvrez le classeur dans Excel, recalculez-le et enregistrez-le, ou tapez la valeur.",
  "implausible-quantity":
    "{value} pour « {prestation} » dans une seule école : c’est trop pour être vraisemblable, et ce n’est pas facturé. Corrigez la cellule, ou dites dans les options que c’est bien {value}.",
  "merged-quantity":
    "« {value} » est écrit une fois pour plusieurs lignes ou colonnes fusionnées : rien n’en est facturé, faute de savoir à qui il revient. Défusionnez ces cellules, et écrivez le nombre de chacune.",
  "quantity-is-date":
    "Cette quantité est une date : elle n’est pas facturée. Retapez le nombre, puis mettez la cellule au format « Nombre ».",
  "quantity-letter-o":
    "« {value} » peut être la lettre O comme le chiffre zéro : cette quantité n’est pas facturée. Tapez « oui », ou le nombre.",
  "quantity-other-unit":
    "« {value} » ne compte pas la même chose que « {prestation} » : cette quantité n’est pas facturée. Tapez le nombre seul, ou déplacez-le sous son titre.",
  "quantity-shown-as-date":
    "Cette cellule s’affiche comme une date mais contient le nombre {quantity} : c’est lui qui est compté. Mettez la cellule au format « Nombre ».",
  "quantity-fractional": "« {value} » n’est pas un nombre entier : cette quantité n’est pas facturée. Corrigez-la.",
  "quantity-mark": "« {value} » ne dit pas combien : cette quantité n’est pas facturée. Tapez le nombre.",
  "quantity-negative": "« {value} » est négatif : cette quantité n’est pas facturée. Corrigez-la.",
  "quantity-text":
    "« {value} » n’est pas un nombre : cette quantité n’est pas facturée. Tapez le nombre seul (0 s’il n’y en a pas).",
  "quantity-too-large": "« {value} » est trop grand pour une quantité : il n’est pas facturé. Corrigez-le.",
  "quantity-with-text": "« {value} » a été lu comme {quantity}. Vérifiez, et tapez le nombre seul.",
  "school-without-headcount":
    "L’effectif de « {school} » ({commune}) est introuvable : l’accès au portail n’est pas facturé. Ajoutez l’école à la feuille des effectifs, sous le même nom.",
  "set-aside-without-row":
    "La ligne à écarter {at} ne porte aucun inventaire : rien n’est écarté. Vérifiez la feuille et le numéro de ligne.",
  "sheet-without-commune":
    "La feuille « {name} » ne dit pas de quelle commune elle est : ses lignes ne sont pas facturées. Donnez-lui le nom de la commune, ajoutez une colonne « Commune », ou dites-la dans les options.",
  "title-other-year":
    "Ce tableau porte sur {year}, et aucun autre ne montre ses écoles pour la campagne {campaign} : rien n’en est facturé. Vérifiez la campagne, ou dites dans les options que ce tableau vaut pour elle.",
  "total-differs":
    "Ce total affiche {shown} alors que les lignes au-dessus donnent {expected}. Le détail est facturé, pas le total ; vérifiez qu’aucune ligne ne manque.",
  "total-ignores-filtered":
    "Ce total affiche {shown} au lieu de {expected}, car il ne compte pas les lignes que le filtre masque. Le détail, lui, les compte.",
  "total-ignores-text":
    "Ce total affiche {shown} au lieu de {expected}, car des nombres saisis comme du texte n’y sont pas comptés. Le détail, lui, les compte.",
  "unaccounted-number":
    "Ce nombre de « {header} » n’est ni facturé, ni laissé de côté : le total peut être faux. Vérifiez la ligne ; si elle est juste, signalez ce classeur.",
  "two-communes":
    "« {commune} » et « {other} » sont deux communes : la ligne n’est pas facturée, faute de savoir à laquelle. N’écrivez que la commune de l’école, ajoutez une colonne « Commune », ou dites dans les options de laquelle il s’agit.",
  "unknown-column":
    "La colonne « {header} » contient des nombres mais n’a pas été reconnue : elle n’est pas facturée. Corrigez son titre si elle doit l’être.",
  "unknown-label":
    "« {label} » n’est pas une prestation connue : la ligne n’est pas facturée. Écrivez le nom de la prestation comme dans la convention, ou dites une fois dans les options ce que c’est.",
  "unknown-row":
    "« {label} » : cette ligne porte des nombres mais n’a pas été reconnue. Elle n’est pas facturée ; corrigez son libellé si elle doit l’être.",
  "unknown-nature":
    "« {value} » n’est pas une nature : la ligne n’est pas facturée. Écrivez « Installation » ou « Maintenance », ou dites une fois dans les options ce que ce mot veut dire.",
  "unreadable-year":
    "« {value} » n’est pas une année lisible : l’installation n’est pas facturée. Tapez l’année seule.",
  "unreadable-date":
    "« {value} » n’est pas une date lisible : ce matériel n’est pas facturé. Tapez-la sous la forme 01/11/2014.",
  untariffed: "« {label} » ({quantity}) n’a pas de tarif dans la convention : ce n’est pas facturé.",
  "withdrawn-before-entered":
    "La date de sortie précède la date d’entrée : ce matériel n’est pas facturé. Corrigez l’une des deux.",
  "unknown-role":
    "« {as} » n’est pas un rôle de colonne : la correction de {at} n’est pas appliquée. Écrivez « commune », « école », « effectif », « quantité », « état », « entrée », « sortie », « ignorer », ou un code de prestation (« POSTE_STD installation »).",
  "correction-without-column":
    "La correction de colonne vise {at}, qui n’est pas un en-tête reconnu : elle n’est pas appliquée. Vérifiez la feuille et la cellule.",
  "table-chosen":
    "Ce tableau est lu comme {?inventory:du matériel en service}{?installations:des installations de la campagne}{?headcounts:des effectifs}{?ignored:n’ayant rien à facturer} : c’est un choix inscrit dans les options. Rien à faire ; retirez ce choix s’il ne vaut plus.",
  "repeats-chosen":
    "Ce tableau montre des écoles que {first} montre aussi : {?added:leurs quantités sont additionnées}{?kept:seul le premier compte}, par un choix inscrit dans les options. Rien à faire ; retirez ce choix s’il ne vaut plus.",
  "model-table":
    "« {words} » : un modèle ou un brouillon, rien n’en est facturé. Rien à faire, ou dites dans les options ce qu’est ce tableau.",
  "not-in-service":
    "« {words} » : pas en service, rien n’en est facturé (quantités : {count}). Rien à faire, ou dites dans les options ce qu’est ce tableau.",
  "not-in-service-asked":
    "« {words} » : ses écoles ne figurent dans aucun autre tableau de même sorte, et rien n’en est facturé (quantités : {count}). Dites dans les options ce qu’est ce tableau : du matériel en service, des installations, des effectifs, ou rien à facturer.",
  "other-year-installations":
    "« {words} » : des installations d’une autre campagne que {campaign}, elles ne sont pas facturées.",
  "only-installations":
    "« {words} » : des installations, alors qu’aucun tableau ne montre le matériel en service de ces écoles ({schools}) : rien n’en est facturé. Ajoutez ce tableau, ou dites dans les options ce qu’est celui-ci.",
  "school-only-installed":
    "« {school} » ({commune}) a des installations, et aucun tableau ne montre son matériel en service : elles ne sont pas facturées. Ajoutez l’école à l’inventaire, ou dites dans les options que ce tableau montre des installations.",
  "no-equipment":
    "Des effectifs sont lus, mais aucun matériel : il manque un tableau, ou il n’a pas été reconnu. Ajoutez-le, avec une ligne de titres qui nomme les prestations, au-dessus des données.",
  "unread-table":
    "Ces cellules ({range}) portent des nombres à côté d’écoles ou de communes, sans former un tableau connu : rien n’en est facturé. Donnez-leur une ligne de titres, ou dites dans les options qu’il n’y a rien à facturer.",
  "unread-numbers":
    "Les nombres de {range} ne sont dans aucun tableau : ils ne sont pas facturés. Si ce sont des quantités, écrivez au-dessus d’eux une ligne de titres (la commune, l’école, les prestations) ; sinon, rien à faire.",
  "stray-numbers":
    "Les nombres de {range} sont à côté d’un tableau, sur ses lignes, et aucune de ses colonnes ne les prend : ils ne sont pas facturés. Placez-les dans une colonne du tableau, sous un titre, ou dites dans les options qu’il n’y a rien à y facturer.",
  "unread-equipment":
    "Ces cellules ({range}) nomment du matériel, machine par machine, hors de tout tableau connu : rien n’en est facturé. Ajoutez une ligne de titres, avec une colonne « École », ou dites dans les options qu’il n’y a rien à facturer.",
  "nothing-billed":
    "Rien n’est facturé : aucun des tableaux qui restent ne porte de quantité. Revoyez ce qui est laissé de côté ou n’est pas lu ({tables}), ou ajoutez l’inventaire.",
  "choice-without-table":
    "Une option vise {at}, où aucun tableau n’est lu : elle n’est pas appliquée. Vérifiez la feuille et la cellule, ou retirez l’option.",
} as const;
