/** Messages about the contents of rows and cells of an inventory. */
export const fr = {
  "after-snapshot":
    "Cette date est postérieure au [1er novembre] {campaign} : le matériel n’est pas facturé pour cette campagne. Vérifiez la date si elle vous étonne.",
  "correcting-text":
    "{?number:« {value} » dit peut-être qu’une quantité n’est pas la bonne, ou n’est pas due : ce dont ce texte parle n’est pas facturé. Corrigez la quantité si ce n’est fait, puis dites dans les options que ce texte ne dit plus rien, ou effacez-le.}{?machine:« {value} » dit peut-être que ce matériel n’est plus dû, ou n’est plus ici : il n’est pas facturé. Dites dans les options si ce texte ne dit rien (il est facturé), ou s’il est sorti (il ne l’est pas) ; s’il est ailleurs, corrigez sa ligne.}",
  "undue-remark":
    "La remarque « {value} » dit peut-être que ce n’est pas dû, ou ne l’est plus : ce dont elle parle n’est pas facturé (la ligne, ou [toute l’école] si elle parle [d’une école]). Dites une fois{?header:, pour toute la colonne « {header} »,} si elle ne dit rien (tout est facturé), ou si c’est sorti, fermé ou pas encore là ({?ofRow:cette ligne n’est pas facturée, les autres [de l’école] le sont}{?once:rien n’en est facturé}) ; écartez des lignes une à une si elles diffèrent. Si une partie seulement n’est plus due, corrigez d’abord la quantité dans sa cellule.",
  "undue-note":
    "La note « {value} » dit peut-être que du matériel, ou [une école], n’est pas dû, ou ne l’est plus : ce dont elle parle n’est pas facturé{?school: (« {school} »)}. {?once:Dites une fois dans les options si elle ne dit rien (tout est facturé), ou si c’est sorti, fermé ou pas encore là (rien n’en est facturé) ; écartez des lignes une à une si elles diffèrent.}{?each:Écartez dans les options les lignes qui ne sont plus dues, puis dites qu’elle ne dit rien des autres (elles sont facturées).} Si une partie seulement d’une quantité n’est plus due, corrigez-la d’abord dans sa cellule.",
  "undue-colour":
    "La légende « {value} » dit d’une couleur que ce n’est peut-être plus dû : les lignes de cette couleur ne sont pas facturées. Dites une fois dans les options si elle ne dit rien (elles le sont), ou si elles sont sorties (rien n’en est facturé) ; écartez des lignes une à une si elles diffèrent. Si une partie seulement d’une quantité n’est plus due, corrigez-la d’abord dans sa cellule.",
  "several-machines":
    "« {value} » : une ligne de cette liste est une machine, et celle-ci semble en compter plusieurs. Elle n’est pas facturée : mettez une ligne par machine, ou acceptez-la dans les options si c’en est une.",
  "row-of-year-before":
    "« {label} » porte sur une autre année : la ligne de la campagne {campaign} est celle qui est facturée.",
  "out-of-service-row": "« {label} » : pas en service, la ligne n’est pas facturée.",
  "only-row-of-year":
    "« {label} » porte sur une autre année, et [l’école] n’a pas de ligne de la campagne {campaign} : [école:elle n’est pas facturée|il n’est pas facturé]. Écrivez la ligne de la campagne, ou acceptez celle-ci dans les options si elle vaut toujours.",
  "partly-struck":
    "« {value} » est barré, ou en exposant, en partie : rien ne dit quel nombre vaut, et la ligne n’est pas facturée. Retapez dans la cellule celui qui vaut, seul.",
  "struck-through":
    "{?line:« {value} » est barré : la ligne n’est peut-être plus due, et elle n’est pas facturée. Effacez-la si le matériel n’est plus là, ôtez la rature, ou acceptez cette cellule dans les options.}{?fact:« {value} » est barré : rien ne dit si cela vaut encore, et la ligne n’est pas facturée. Effacez cette cellule si elle ne vaut plus ; si elle vaut, ôtez la rature, ou acceptez-la dans les options ; effacez la ligne si tout en est barré.}",
  "closed-form":
    "« {value} » : [l’école paraît fermée|fermé], à venir ou à vérifier, et rien de sa fiche n’est facturé. Dites dans les options que ce tableau est à laisser de côté [école:si elle n’était pas ouverte|s’il n’était pas ouvert] au [1er novembre], ou [école:acceptez-la si elle était ouverte|acceptez-le s’il était ouvert].",
  "closed-school":
    "« {value} » : [l’école paraît fermée|fermé], à venir ou à vérifier, et la ligne n’est pas facturée. Si [l’école n’était pas ouverte|ouvert] au [1er novembre], écartez la ligne dans les options ; [école:si elle était ouverte|s’il était ouvert], acceptez cette cellule.",
  "stock-before":
    "« {header} » est « {stock} » plus ce qui est arrivé, moins ce qui est sorti : c’est peut-être elle qui est en service au [1er novembre], et elle n’est pas facturée. Faites-la ignorer dans les options si c’est « {stock} », ou dites ce que chacune contient.",
  "sum-as-school":
    "Les nombres de « {value} » sont ceux des {count} lignes au-dessus, additionnés : la ligne n’est pas facturée. Écartez-la dans les options si c’est un total ; si elle remplace ces lignes (une fusion), écartez celles-ci ; si c’est [une école] de plus, acceptez-la.",
  "code-of-two-schools":
    "« {value} » est aussi le code de « {first} » : rien ne dit si « {school} » est [une école] de plus, et rien n’en est facturé. Donnez-leur le même nom si c’est [la même école], corrigez le code, ou acceptez cette cellule si elles sont bien deux.",
  "commune-recap":
    "Ce tableau donne, par [commune], les sommes de ce que d’autres détaillent par [école] : il n’est pas compté une seconde fois.",
  "duplicate-inventory-number":
    "Le numéro d’inventaire « {number} » figure déjà plus haut : ce matériel n’est pas facturé une seconde fois. Corrigez le numéro, ou supprimez la ligne.",
  "duplicate-serial-number":
    "Le numéro de série « {number} » figure déjà plus haut. Le matériel est facturé ; vérifiez qu’il n’est pas inscrit deux fois.",
  "error-in-name":
    "La cellule contient l’erreur {value} à la place d’un nom : la ligne n’est pas facturée. {?computing:Elle était peut-être en cours de calcul : attendez qu’il finisse, puis relisez. }Corrigez la formule ou tapez le nom.",
  "mixed-alphabets":
    "« {value} » : le mot « {word} » a des lettres d’un autre alphabet (grec, cyrillique), qui se confondent avec les nôtres. Celles qui leur ressemblent sont lues comme des lettres latines. Retapez ce mot.",
  "filtered-rows": "La feuille « {sheet} » est filtrée : les lignes masquées par le filtre sont lues comme les autres.",
  "headcount-without-equipment":
    "« {school} » ({commune}) a un effectif mais aucun matériel : seul l’accès au portail est facturé. Vérifiez que [l’école] a bien adhéré et que son matériel n’a pas été oublié.",
  "in-repair": "Matériel « {status} » : il reste en service et il est facturé. Vérifiez qu’il n’a pas été retiré.",
  "in-stock": "Matériel « {status} » : il n’est pas en service dans [l’école] et n’est pas facturé. Vérifiez son état.",
  "installed-other-year":
    "La colonne « {header} » porte sur {year}, et non sur la campagne {campaign} : ces installations ne sont pas facturées. Corrigez le titre si elles sont de l’année.",
  "installed-since":
    "« {header} » compte ce qui a été installé sur plusieurs campagnes, et rien ne dit ce qui l’a été pendant la campagne {campaign} : rien n’en est facturé. Écrivez ce qui l’a été depuis le [2 novembre] {before}, ou dites dans les options ce que c’est.",
  "installations-since":
    "« {words} » : ce qui a été installé sur plusieurs campagnes, sans que rien ne dise ce qui l’a été pendant la campagne {campaign} : rien n’en est facturé. Ne gardez que ce qui l’a été depuis le [2 novembre] {before}, ou dites dans les options ce qu’est ce tableau.",
  "rows-since":
    "« {title} » : ce qui a été installé sur plusieurs campagnes, sans que rien ne dise ce qui l’a été pendant la campagne {campaign} : les lignes qui le suivent ne sont pas facturées. Ne gardez que ce qui l’a été depuis le [2 novembre] {before}, ou dites dans les options ce que ce titre veut dire.",
  "row-other-year":
    "« {label} » porte sur {year}, et non sur la campagne {campaign} : cette installation n’est pas facturée. Corrigez le libellé si elle est de l’année.",
  "installed-outside-window":
    "Installation datée hors de la campagne (du [2 novembre] {before} au [1er novembre] {campaign}) : elle n’est pas facturée. Vérifiez la date.",
  "item-repeated":
    "« {label} » figure déjà pour « {school} » (ligne {first}), sans que rien ne distingue les deux lignes : celle-ci n’est pas facturée. Dites dans les options s’il faut additionner, ou garder la première ou la dernière, ou corrigez la ligne.",
  "item-twice":
    "« {label} » figure déjà pour « {school} » : les quantités sont additionnées. Vérifiez que ce n’est pas une répétition.",
  "movement-remarks":
    "Remarques sur du matériel sorti, prêté, remplacé ou en panne : {count} (« {value} »{?more:…}). Elles ne changent aucun nombre : les quantités des cellules sont facturées. Corrigez celles qui compteraient du matériel qui n’est plus là.",
  "machine-named-elsewhere":
    "« {value} » est en service ici, et {place} dit peut-être qu’il ne l’est plus (« {said} ») : ce matériel n’est pas facturé. Écrivez son état ou sa date de sortie dans le registre{?mayBeOut:, écartez sa ligne dans les options s’il est sorti}, ou acceptez-le s’il est toujours en service.",
  "missing-headcount":
    "L’effectif de « {school} » manque : {?portal:l’accès au portail}{?prestation:« {prestation} »} n’est pas facturé. Tapez le nombre d’élèves (0 s’il n’y en a aucun).",
  "missing-label":
    "La prestation manque sur une ligne qui porte une quantité : elle n’est pas facturée. Complétez la cellule.",
  "missing-state":
    "Rien n’est répondu sous « {header} », où d’autres lignes disent oui ou non : ce matériel n’est pas facturé. Répondez oui ou non dans la cellule.",
  "blank-in-service":
    "Rien n’est coché sous « {header} » : ce matériel est considéré comme sorti et n’est pas facturé. Cochez la cellule s’il est en service.",
  "unknown-state":
    "L’état « {value} » n’est pas connu : ce matériel n’est pas facturé. Dites une fois dans les options ce qu’il veut dire (en service, sorti, en stock), ou corrigez la cellule.",
  "states-disagree":
    "« {value} » sous « {header} », et « {other} » sous « {otherHeader} » : l’un dit que ce matériel est en service, l’autre non. Il n’est pas facturé : dites dans les options laquelle des deux colonnes dit l’état à retenir, ou laquelle ignorer.",
  "in-service-after-exit":
    "Ce matériel est « {value} », et sa date de sortie est passée : il n’est pas facturé. Effacez la date s’il sert toujours, corrigez son état s’il est sorti, ou acceptez cette date dans les options.",
  "leaving-remark":
    "La remarque « {value} » dit peut-être que ce matériel n’est plus en service : il n’est pas facturé. Dites une fois, pour toute la colonne « {header} », si elle ne dit rien ou si ces machines sont sorties.{?elsewhere: Si cette machine sert maintenant ailleurs, écrivez d’abord sur sa ligne [l’école] où elle est, puis dites que la remarque ne dit rien.}",
  "other-year-rows-below": "« {title} » porte sur une autre année : les lignes qui le suivent ne sont pas retenues.",
  "rows-not-in-service":
    "« {title} » : ce n’est pas en service, et les lignes qui le suivent ne sont pas facturées. Rien à faire si c’est voulu.",
  "no-entry-date":
    "Matériel sans date d’entrée sur la feuille « {sheet} » : {count}. Sa maintenance est facturée, aucune installation ne l’est.",
  "other-year-rows":
    "La colonne « {header} » porte aussi sur {year} : seules les lignes de la campagne {campaign} sont retenues.",
  "no-row-of-campaign":
    "La colonne « {header} » ne porte que sur {year}, jamais sur la campagne {campaign} : aucune de ses lignes n’est facturée. Vérifiez la campagne choisie, ou la colonne.",
  "unclear-campaign":
    "La colonne « {header} » ne dit pas de quelle campagne est cette ligne{?value: (« {value} »)} : elle n’est pas facturée. Tapez l’année seule, ou dites dans les options que cette colonne est à ignorer.",
  "part-of-headcounts": "Ce tableau donne une partie des effectifs dont {kept} donne le total : le total est retenu.",
  "out-without-date": "Matériel « {status} » sans date de sortie : il est considéré comme sorti et n’est pas facturé.",
  "pupil-list":
    "La feuille « {sheet} » est une liste nominative : ses élèves sont comptés par [école] (lignes lues : {count}), aucun nom n’est lu ni conservé.",
  "pupil-list-without-school":
    "La feuille « {sheet} » est une liste nominative sans colonne « École » (lignes : {count}) : elle n’est pas comptée. Ajoutez le nom [de l’école] sur chaque ligne, ou donnez les effectifs par [école].",
  "pupils-who-came-later":
    "Élèves inscrits après le [1er novembre] sur la feuille « {sheet} » : {count}. Ils ne sont pas comptés.",
  "pupils-who-left":
    "Élèves partis avant le [1er novembre] sur la feuille « {sheet} » : {count}. Ils ne sont pas comptés.",
  "unknown-pupil-state":
    "L’état « {value} » ne dit pas si l’élève est parti : il n’est pas compté. Dites une fois dans les options ce qu’il veut dire (en service pour présent, sorti), ou corrigez la cellule.",
  "pupils-of-set-aside":
    "L’effectif de « {school} » ({commune}) n’est pas facturé : des lignes de matériel sont écartées, et il ne lui en reste aucune. Écartez aussi cette ligne si [l’école] n’est plus à facturer, ou acceptez-la dans les options si l’accès au portail est dû.",
  "school-without-code":
    "« {school} » ({commune}) : un autre tableau dit que plusieurs [écoles] y portent ce nom ({codes}), et celui-ci ne dit pas [école:de laquelle|duquel] il s’agit : rien n’en est facturé. Écrivez son code (UAI) dans une colonne, ou un autre nom.",
  "school-without-headcount":
    "L’effectif de « {school} » ({commune}) est introuvable : {?portal:l’accès au portail}{?prestation:« {prestation} »} n’est pas facturé. Ajoutez [l’école] à la feuille des effectifs, sous le même nom.",
  "set-aside-side-by-side":
    "La ligne {row} est écartée de plusieurs tableaux côte à côte ({places}) : aucun n’est facturé de cette ligne. Pour ne l’écarter que d’un tableau, donnez dans les options une cellule de celui-ci, par exemple {cell}, au lieu du numéro.",
  "set-aside-without-row":
    "La ligne à écarter {at} n’est pas une ligne d’inventaire : rien n’est écarté. Vérifiez la feuille et le numéro de ligne.",
  "unknown-row":
    "« {label} » : cette ligne porte des nombres mais n’a pas été reconnue. Elle n’est pas facturée ; corrigez son libellé si elle doit l’être.",
  "unreadable-year":
    "« {value} » n’est pas une année lisible : l’installation n’est pas facturée. Tapez l’année seule.",
  "month-before-day":
    "La colonne « {header} » a des dates qui ne se lisent que le mois d’abord (« {value} »), et aucune qui ne se lise que le jour d’abord : {?typed:le tableur en a peut-être déjà retourné d’autres, et }rien de ces lignes n’est facturé. Tapez toutes ses dates sous la forme 01/11/2014{?texts:, ou acceptez le titre de la colonne dans les options si le mois y vient toujours d’abord}.",
  "unreadable-date":
    "« {value} » n’est pas une date lisible : ce matériel n’est pas facturé. Tapez-la sous la forme 01/11/2014.",
  "withdrawn-before-entered":
    "La date de sortie précède la date d’entrée : ce matériel n’est pas facturé. Corrigez l’une des deux.",
  "not-in-service":
    "« {words} » : pas en service, rien n’en est facturé (quantités : {count}). Rien à faire, ou dites dans les options ce qu’est ce tableau.",
  "unread-title":
    "« {title} » distingue ce tableau des autres de même sorte, sans que tout y soit compris : rien n’en est facturé. Dites dans les options ce qu’est ce tableau (du matériel en service, des installations, des effectifs, ou rien à facturer), ou récrivez ce titre.",
  "not-in-service-asked":
    "« {words} » : ses [écoles] ne figurent dans aucun autre tableau de même sorte, et rien n’en est facturé (quantités : {count}). Dites dans les options ce qu’est ce tableau : du matériel en service, des installations, des effectifs, ou rien à facturer.",
} as const;

export const en = {
  "after-snapshot":
    "This date is after [1 November] {campaign}: the equipment is not billed in this campaign. Check the date if that surprises you.",
  "correcting-text":
    "{?number:“{value}” may say that a quantity is not the right one, or is not due: what this text is about is not billed. Correct the quantity if it is not done, then say in the options that the text says nothing any more, or erase it.}{?machine:“{value}” may say that this machine is no longer due, or not here: it is not billed. Say in the options whether the text says nothing (it is billed), or that the machine is out (it is not); if it is elsewhere, correct its row.}",
  "undue-remark":
    "The remark “{value}” may say that it is not due, or no longer: what it speaks of is not billed (the row, or the whole [school] if it speaks of [a school]). Say once{?header:, for the whole column “{header}”,} whether it says nothing (all is billed), or that it is gone, closed or not there yet ({?ofRow:this row is not billed, the others of the [school] are}{?once:none of it is}); set rows aside one by one if they differ. If only a part is no longer due, first correct the quantity in its cell.",
  "undue-note":
    "The note “{value}” may say that equipment, or [a school], is not due, or no longer: what it speaks of is not billed{?school: (“{school}”)}. {?once:Say once in the options whether it says nothing (all is billed), or that it is gone, closed or not there yet (none of it is); set rows aside one by one if they differ.}{?each:Set aside in the options the rows that are no longer due, then say that it says nothing of the others (they are billed).} If only a part of a quantity is no longer due, first correct it in its cell.",
  "undue-colour":
    "The legend “{value}” says of a colour that it may be no longer due: the rows of that colour are not billed. Say once in the options whether it says nothing (they are billed) or that they are out (none of them is); set rows aside one by one if they differ. If only a part of a quantity is no longer due, first correct it in its cell.",
  "several-machines":
    "“{value}”: several machines on one row of a list, it seems: it is not billed. Give each its row, or accept it in the options if it is one.",
  "row-of-year-before": "“{label}” is for another year: the row of campaign {campaign} is the one that is billed.",
  "out-of-service-row": "“{label}”: not in service, the row is not billed.",
  "only-row-of-year":
    "“{label}” is for another year, and the [school] has no row for {campaign}: it is not billed. Write the campaign’s row, or accept this one in the options if it still holds.",
  "partly-struck":
    "“{value}” is partly struck through, or partly a superscript: nothing says which number holds, and the row is not billed. Type the one that holds in the cell again, alone.",
  "struck-through":
    "{?line:“{value}” is struck through: the row may be no longer due, and it is not billed. Delete it if the equipment is gone, remove the line, or accept this cell in the options.}{?fact:“{value}” is struck through: nothing tells whether it still holds, and the row is not billed. Clear this cell if it no longer holds; if it does, remove the line, or accept it in the options; delete the row if all of it is struck through.}",
  "closed-form":
    "“{value}”: the [school] seems closed, to come or to be checked, and nothing of its form is billed. Say in the options that this table is to be left aside if it was not open on [1 November], or accept it if it was open.",
  "closed-school":
    "“{value}”: the [school] seems closed, to come or to be checked, and the row is not billed. If the [school] was not open on [1 November], set the row aside in the options; if it was open, accept this cell.",
  "stock-before":
    "“{header}” is “{stock}” plus what came, less what left: it may be what is in service on [1 November], and it is not billed. Have it ignored in the options if “{stock}” is, or say what each holds.",
  "sum-as-school":
    "The numbers of “{value}” are those of the {count} rows above, added up: the row is not billed. Set it aside in the options if it is a total; if it replaces these rows (a merger), set those aside; if it is one more [school], accept it.",
  "code-of-two-schools":
    "“{value}” is also the code of “{first}”: nothing says whether “{school}” is one more [school], and nothing of it is billed. Give them the same name if it is the same [school], correct the code, or accept this cell if they are two.",
  "commune-recap":
    "This table gives, by [commune], the sums of what others detail by [school]: it is not counted a second time.",
  "duplicate-inventory-number":
    "Inventory number “{number}” is already listed above: this item is not billed a second time. Correct the number, or delete the row.",
  "duplicate-serial-number":
    "Serial number “{number}” is already listed above. The item is billed; check that it is not listed twice.",
  "error-in-name":
    "The cell holds the error {value} instead of a name: the row is not billed. {?computing:It may have been calculating: wait until it is done, then read again. }Correct the formula or type the name.",
  "mixed-alphabets":
    "“{value}”: the word “{word}” has letters of another alphabet (Greek, Cyrillic), which are taken for ours. Those that look alike are read as Latin letters. Type this word again.",
  "filtered-rows": "Sheet “{sheet}” is filtered: the rows hidden by the filter are read like the others.",
  "headcount-without-equipment":
    "“{school}” ({commune}) has a headcount but no equipment: only portal access is billed. Check that the [school] has joined and that its equipment was not forgotten.",
  "in-repair": "Item “{status}”: it stays in service and is billed. Check that it was not withdrawn.",
  "in-stock": "Item “{status}”: it is not in service in the [school] and is not billed. Check its status.",
  "installed-other-year":
    "Column “{header}” is for {year}, not for campaign {campaign}: these installations are not billed. Correct the heading if they are this year’s.",
  "installed-since":
    "“{header}” counts what was installed over several campaigns, and nothing says what was during campaign {campaign}: none of it is billed. Write what was installed since [2 November] {before}, or say in the options what it is.",
  "installations-since":
    "“{words}”: what was installed over several campaigns, and nothing says what was during campaign {campaign}: none of it is billed. Keep only what was installed since [2 November] {before}, or say in the options what this table is.",
  "rows-since":
    "“{title}”: what was installed over several campaigns, and nothing says what was during campaign {campaign}: the rows below it are not billed. Keep only what was installed since [2 November] {before}, or say in the options what this title means.",
  "row-other-year":
    "“{label}” is for {year}, not for campaign {campaign}: this installation is not billed. Correct the label if it is this year’s.",
  "installed-outside-window":
    "Installation dated outside the campaign ([2 November] {before} to [1 November] {campaign}): it is not billed. Check the date.",
  "item-repeated":
    "“{label}” is already listed for “{school}” (row {first}), and nothing tells the two rows apart: this one is not billed. Say in the options whether to add them, or to keep the first or the last, or correct the row.",
  "item-twice":
    "“{label}” is already listed for “{school}”: the quantities are added. Check that it is not a repetition.",
  "movement-remarks":
    "Remarks about equipment that left, was lent, replaced or is broken: {count} (“{value}”{?more:…}). They change no number: the quantities of the cells are billed. Correct those that would count equipment no longer there.",
  "machine-named-elsewhere":
    "“{value}” is in service here, and {place} may say that it no longer is (“{said}”): this equipment is not billed. Write its state or its exit date in the register{?mayBeOut:, set its row aside in the options if it is gone}, or accept it if it is still in service.",
  "missing-headcount":
    "The headcount of “{school}” is missing: {?portal:portal access}{?prestation:“{prestation}”} is not billed. Type the number of pupils (0 if there are none).",
  "missing-label": "The service is missing on a row that has a quantity: it is not billed. Fill in the cell.",
  "missing-state":
    "Nothing is answered under “{header}”, where other rows say yes or no: this equipment is not billed. Answer yes or no in the cell.",
  "blank-in-service":
    "Nothing is ticked under “{header}”: this equipment is taken to have left and is not billed. Tick the cell if it is in service.",
  "unknown-state":
    "The state “{value}” is not known: this equipment is not billed. Say once in the options what it means (in service, out, in stock), or correct the cell.",
  "states-disagree":
    "“{value}” under “{header}”, and “{other}” under “{otherHeader}”: one says that this equipment is in service, the other that it is not. It is not billed: say in the options which of the two columns tells the state to go by, or which to ignore.",
  "in-service-after-exit":
    "This equipment is “{value}”, and its exit date is past: it is not billed. Delete the date if it still serves, correct its state if it has left, or accept this date in the options.",
  "leaving-remark":
    "The remark “{value}” may say that this equipment is no longer in service: it is not billed. Say once, for the whole column “{header}”, whether it says nothing or these machines have left.{?elsewhere: If this machine now serves elsewhere, first write on its row the [school] where it is, then say that the remark says nothing.}",
  "other-year-rows-below": "“{title}” is about another year: the rows below it are left out.",
  "rows-not-in-service":
    "“{title}”: this is not in service, and the rows below it are not billed. Nothing to do if this is intended.",
  "no-entry-date":
    "Items without entry date on sheet “{sheet}”: {count}. Their maintenance is billed, no installation is.",
  "other-year-rows": "Column “{header}” is also for {year}: only the rows of campaign {campaign} are used.",
  "no-row-of-campaign":
    "Column “{header}” is only for {year}, never for campaign {campaign}: none of its rows is billed. Check the campaign chosen, or the column.",
  "unclear-campaign":
    "Column “{header}” does not say which campaign this row is for{?value: (“{value}”)}: it is not billed. Type the year alone, or say in the options that this column is to be left out.",
  "part-of-headcounts": "This table gives a part of the headcounts whose total is at {kept}: the total holds.",
  "out-without-date": "Item “{status}” without exit date: it is taken as withdrawn and not billed.",
  "pupil-list":
    "Sheet “{sheet}” is a list of pupils by name: its pupils are counted by [school] (rows read: {count}), no name is read or kept.",
  "pupil-list-without-school":
    "Sheet “{sheet}” is a list of pupils by name without a column “École” (rows: {count}): it is not counted. Add the [school]’s name on each row, or give headcounts by [school].",
  "pupils-who-came-later": "Pupils enrolled after [1 November] on the sheet “{sheet}”: {count}. They are not counted.",
  "pupils-who-left": "Pupils who left before [1 November] on the sheet “{sheet}”: {count}. They are not counted.",
  "unknown-pupil-state":
    "The state “{value}” does not say whether the pupil has left: the pupil is not counted. Say once in the options what it means (in service for present, out), or correct the cell.",
  "pupils-of-set-aside":
    "The headcount of “{school}” ({commune}) is not billed: rows of equipment are set aside, and none is left to it. Set this row aside too if the [school] is no longer billed, or accept it in the options if portal access is due.",
  "school-without-code":
    "“{school}” ({commune}): another table says that several [schools] there bear this name ({codes}), and this one does not say which it is: nothing of it is billed. Write its code (UAI) in a column, or another name.",
  "school-without-headcount":
    "The headcount of “{school}” ({commune}) cannot be found: {?portal:portal access}{?prestation:“{prestation}”} is not billed. Add the [school] to the sheet of headcounts, under the same name.",
  "set-aside-side-by-side":
    "Row {row} is set aside in several tables side by side ({places}): none is billed of that row. To set it aside in one of them alone, give in the options one of its cells, for example {cell}, instead of the number.",
  "set-aside-without-row":
    "The row to set aside {at} is not a row of an inventory: nothing is set aside. Check the sheet and the row number.",
  "unknown-row":
    "“{label}”: this row holds numbers but was not recognised. It is not billed; correct its label if it should be.",
  "unreadable-year": "“{value}” is not a readable year: the installation is not billed. Type the year alone.",
  "month-before-day":
    "Column “{header}” has dates that can only be read month first (“{value}”), and none that can only be read day first: {?typed:the spreadsheet may have turned others round already, and }nothing of these rows is billed. Type all of its dates as 01/11/2014{?texts:, or accept the heading of the column in the options if the month always comes first}.",
  "unreadable-date": "“{value}” cannot be read as a date: this item is not billed. Type it as 01/11/2014.",
  "withdrawn-before-entered":
    "The exit date is before the entry date: this item is not billed. Correct one of the two.",
  "not-in-service":
    "“{words}”: not in service, none of it is billed (quantities: {count}). Nothing to do, or say in the options what this table is.",
  "unread-title":
    "“{title}” tells this table from the others of its kind, and not all of it is understood: nothing of it is billed. Say in the options what this table is (equipment in service, installations, headcounts, or nothing to bill), or write this title otherwise.",
  "not-in-service-asked":
    "“{words}”: its [schools] are in no other table of the kind, and none of it is billed (quantities: {count}). Say in the options what this table is: equipment in service, installations, headcounts, or nothing to bill.",
} as const satisfies Record<keyof typeof fr, string>;
