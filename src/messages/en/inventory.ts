/** Messages of `src/inventory`. */
export const inventory = {
  "no-inventory":
    "No inventory was recognised in {files}. A header row is needed above the data, with the school and at least one service (“Postes clients standard”, “Effectif”…).",
  "workbook-without-inventory":
    "No inventory was recognised in “{file}”: nothing of it is billed. Check that it is the right file, and that it has a header row above the data.",
  "ambiguous-header":
    'Column "{header}" can be read in several ways: it is not billed. Make its heading precise (for example "Postes clients standard" or "Logiciels spécifiques"), or settle it in the options.',
  "unclear-header":
    'Column "{header}" seems to be about equipment but names no known service: it is not billed. Correct its heading, or say in the options what it holds ("ignored" if it does not count).',
  "untitled-column":
    'The column without a heading at {header} holds numbers: it is not billed. Give it a heading, or say in the options what it holds ("ignored" if it does not count).',
  "ambiguous-label":
    '"{label}" may mean several services ({candidates}): the row is not billed. Write the service in full, or say once in the options what it is.',
  "ambiguous-source":
    "{first} and {second} show the same schools, with other quantities: neither is billed. Remove or hide the wrong one, or say in the options to add them, or to keep the first.",
  "ambiguous-years":
    'Column "{header}" is for {year}, others are for other years, and none is for campaign {campaign}: none of them is billed. Add the campaign\'s column, or correct the headings.',
  "assumed-header":
    'Column "{header}" was understood as {prestation}, since nothing says more. Check that it holds nothing else, and complete its heading if needed.',
  "assumed-label":
    '"{label}" was understood as {prestation}, since nothing says more. Check it, and complete the label if needed.',
  "after-snapshot":
    "This date is after 1 November {campaign}: the equipment is not billed in this campaign. Check the date if that surprises you.",
  "column-of-labels":
    "The column “{header}” names services (“{value}”…) where numbers are expected: none of it is billed. Say in the options that it is the label's column; where other columns hold the numbers, have it ignored or replace these texts by numbers.",
  "column-beside-label":
    'Column "{header}" is not read, because this table names its services row by row: its quantities are not billed. Give them in another table, or have one of the two columns ignored in the options.',
  "commune-no-longer":
    '"{commune}" is no longer a commune on 1 November {campaign}{?successor: (new commune: {successor})}: the row is not billed. Write the commune that exists on that date, or say it in the options.',
  "commune-not-yet":
    '"{commune}" is not a member of the CAGB on 1 November {campaign} (only since {since}): the row is not billed. Write a commune that was a member on that date, say in the options which one it is, or remove the row.',
  "unknown-commune":
    "“{commune}” is not one of the CAGB’s communes on 1 November {campaign}: the row is not billed.{?suggestion: Closest name: {suggestion}.} Correct the name in the sheet, or say in the options which commune it is.",
  "commune-chosen":
    "{?text:“{text}” is read as {commune}}{?blank:The commune is missing and {commune} is taken}: a choice written in the options. Nothing to do; take it back if it no longer holds.",
  "chosen-commune-unknown":
    "“{commune}”, the commune chosen in the options for {at}, is not one of the CAGB’s communes on 1 November {campaign}: this choice is not applied. Correct its name, or remove the option.",
  "chosen-commune-without-cell":
    "The commune chosen in the options points at {at}, where no commune is read: this choice is not applied. Check the sheet and the cell, or remove the option.",
  "choice-moved":
    "An option points at {at} and is not applied{?was:: “{was}” was written there}{?now:, “{now}” is now}. Remove it, then choose again if it still holds.",
  "commune-as-school":
    "“{commune}” is here the commune's own name, which has other schools, and its numbers are not their sum: the row is not billed. Give the school's name, or set the row aside in the options if it is a total.",
  "closed-column":
    "Column “{header}”: the school seems closed, and it is not billed. Have the column ignored in the options if it was on 1 November, or say that it is a quantity if it was open.",
  "no-school-over-column":
    "Column “{header}” does not have a school's name: it is not billed. Have it ignored in the options, or say that it is a quantity if it is a school.",
  "not-a-school":
    "“{value}” does not look like a school: the row is not billed. Set it aside in the options, or accept this cell if it is a school.",
  "sum-column":
    "The numbers of column “{header}” are those of the columns before it, added up: it is not billed. Have it ignored in the options if it is a total, or say that it is a quantity if it is a school.",
  "undue-remark":
    "The remark “{value}” leaves the row in doubt: it is not billed. Correct the quantity and the remark (what was installed goes in its column, or on a “dont installés” row), or accept the row as it is in the options.",
  "several-machines":
    "“{value}”: several machines on one row of a list, it seems: it is not billed. Give each its row, or accept it in the options if it is one.",
  "row-of-year-before": "“{label}” is for another year: the row of campaign {campaign} is the one that is billed.",
  "only-row-of-year":
    "“{label}” is for another year, and the school has no row for {campaign}, which others have: it is not billed. Write the campaign's row, or accept this one in the options if it still holds.",
  "struck-through":
    "“{value}” is struck through: the row may be no longer due, and it is not billed. Delete it if the equipment is gone, remove the line, or accept this cell in the options.",
  "closed-form":
    "“{value}”: the school seems closed, and nothing of its form is billed. Say in the options that this table is to be left aside if it was on 1 November, or accept it if it was open.",
  "closed-school":
    "“{value}”: the school seems closed, and the row is not billed. If the school was closed on 1 November, set the row aside in the options; if it was open, accept this cell.",
  "stock-before":
    "“{header}” is “{stock}” plus what came, less what left: it may be what is in service on 1 November, and it is not billed. Have it ignored in the options if “{stock}” is, or say what each holds.",
  "sum-as-school":
    "The numbers of “{value}” are those of the {count} rows of its commune above, added up: the row is not billed. Set it aside in the options if it is a total, or accept it if it is a school.",
  "unclear-section":
    "“{title}” does not say whether the rows below it are in service or installed during the year: they are not billed. Say in the options what this title means, or write it otherwise.",
  "commune-recap":
    "This table gives, by commune, the sums of what others detail by school: it is not counted a second time.",
  "duplicate-inventory-number":
    'Inventory number "{number}" already stands above: this item is not billed a second time. Correct the number, or delete the row.',
  "duplicate-serial-number":
    'Serial number "{number}" already stands above. The item is billed; check that it is not listed twice.',
  "duplicate-header":
    'Column "{header}" counts the same thing as another column of the table: neither is billed. Tell their headings apart, or say in the options which one to ignore.',
  "duplicate-school":
    '"{school}" ({commune}) already stands on row {first}: this second row is not billed. Say in the options whether to add both rows or to keep the first, or correct the school\'s name.',
  "error-in-name":
    "The cell holds the error {value} instead of a name: the row is not billed. Correct the formula or type the name.",
  "filtered-rows": 'Sheet "{sheet}" is filtered: the rows hidden by the filter are read like the others.',
  "hidden-parts": 'Sheet "{sheet}" has hidden rows or columns: they are read like the others.',
  "hidden-sheet": 'The hidden sheet "{sheet}" holds an inventory: it is not read. Unhide it if it must be billed.',
  "headcount-total-differs":
    "This total of pupils of “{school}” shows {shown} while its levels give {expected}: the total is billed. Check it.",
  "headcount-without-equipment":
    '"{school}" ({commune}) has a headcount but no equipment: only portal access is billed. Check that the school has joined and that its equipment was not forgotten.',
  "in-repair": 'Item "{status}": it stays in service and is billed. Check that it was not withdrawn.',
  "in-stock": 'Item "{status}": it is not in service in the school and is not billed. Check its status.',
  "insee-disagrees":
    "INSEE code {insee} is not that of {commune} ({expected}): the row is not billed. Correct the code or the name, or say once in the options which commune this code stands for.",
  "installed-other-year":
    'Column "{header}" is for {year}, not for campaign {campaign}: these installations are not billed. Correct the heading if they are this year\'s.',
  "installed-since":
    "“{header}” counts what was installed since a date before campaign {campaign}, over several campaigns: none of it is billed. Write what was installed since 2 November {before}, or say in the options what it is.",
  "installations-since":
    "“{words}”: what was installed since a date before campaign {campaign}, over several campaigns: none of it is billed. Keep only what was installed since 2 November {before}, or say in the options what this table is.",
  "rows-since":
    "“{title}”: what was installed since a date before campaign {campaign}, over several campaigns: the rows below it are not billed. Keep only what was installed since 2 November {before}, or say in the options what this title means.",
  "label-since":
    "“{label}”: what was installed since a date before campaign {campaign}, over several campaigns: the row is not billed. Keep only what was installed since 2 November {before}, or say in the options what it is.",
  "row-other-year":
    "“{label}” is for {year}, not for campaign {campaign}: this installation is not billed. Correct the label if it is this year's.",
  "installed-outside-window":
    "Installation dated outside the campaign (2 November {before} to 1 November {campaign}): it is not billed. Check the date.",
  "item-repeated":
    "“{label}” already stands for “{school}” (row {first}), and nothing tells the two rows apart: this one is not billed. Say in the options whether to add them or to keep the first, or correct the row.",
  "item-repeated-across":
    "“{label}” is already given for “{school}” ({first}), and nothing tells the two columns apart: this one is not billed. Say in the options whether to add them up or to keep the first, or correct the column's heading.",
  "item-twice": '"{label}" already stands for "{school}": the quantities are added. Check that it is not a repetition.',
  "location-disagrees":
    'Location "{location}" is in another commune than the entity ({commune}): the row is not billed. Correct one of them, or say once in the options which commune this location is in.',
  "missing-commune":
    "The commune is missing: the row is not billed. Fill in the cell, or say in the options which commune it is.",
  "missing-headcount":
    'The headcount of "{school}" is missing: portal access is not billed. Type the number of pupils (0 if there are none).',
  "missing-label": "The service is missing on a row that has a quantity: it is not billed. Fill in the cell.",
  "missing-nature": 'The nature is missing: the row is not billed. Write "Installation" or "Maintenance".',
  "missing-state":
    "Nothing is answered under “{header}”, where other rows say yes or no: this equipment is not billed. Answer yes or no in the cell.",
  "blank-in-service":
    "Nothing is ticked under “{header}”: this equipment is taken to have left and is not billed. Tick the cell if it is in service.",
  "unknown-state":
    "The state “{value}” is not known: this equipment is not billed. Say once in the options what it means (in service, out, in stock), or correct the cell.",
  "leaving-remark":
    "The remark “{value}” speaks of leaving: this equipment is not billed. Say once, for the whole column “{header}”, whether it says nothing or these machines have left.",
  "other-year-rows-below": "“{title}” is about another year: the rows below it are left out.",
  "rows-not-in-service":
    "“{title}”: this is not in service, and the rows below it are not billed. Nothing to do if this is intended.",
  "missing-school": "The school is missing: the row is not billed. Fill in the cell.",
  "more-installed":
    "{installed} installed in the year for {inService} in service: billed as written. Check both quantities.",
  "more-than-one-a-school":
    '{quantity} units of {prestation} for "{school}", where the convention has one a school: only one is billed. Correct the quantity, or choose "per unit" in the options.',
  "no-entry-date":
    'Items without entry date on sheet "{sheet}": {count}. Their maintenance is billed, no installation is.',
  "no-headcounts":
    'No headcount was found (equipped schools: {schools}): portal access is not billed. Add a column "Élèves" or a sheet of headcounts.',
  "no-school-column":
    'This table does not name the schools, and its figures are not the sums of a detail by school: its rows are not billed. Add a column "École", or, if it is only a recap, hide the sheet or say in the options that there is nothing to bill.',
  "only-other-year":
    'Column "{header}" is for {year}, not for campaign {campaign}: none of it is billed. Add the campaign\'s column, correct the heading, or say in the options what it holds if it stands for {campaign}.',
  "other-year-column": 'Column "{header}" is not the one of campaign {campaign}: it is left aside.',
  "other-year-rows": 'Column "{header}" is also for {year}: only the rows of campaign {campaign} are used.',
  "no-row-of-campaign":
    'Column "{header}" is only for {year}, never for campaign {campaign}: none of its rows is billed. Check the campaign chosen, or the column.',
  "other-year-source": "This table is for another year ({year}): the one at {kept} holds for campaign {campaign}.",
  "recap-differs":
    "This recap by commune does not give the same sums as the detail by school: the detail is billed. Check that nothing is missing from it.",
  "undated-source":
    "This table does not say its year, and the one at {kept}, of campaign {campaign}, shows all of its schools: that one is billed. Put the year in this one’s title, or hide it.",
  "part-of-headcounts": "This table gives a part of the headcounts whose total is at {kept}: the total holds.",
  "same-source-twice": "This table repeats the same quantities as {kept}: it is counted once only.",
  "out-without-date": 'Item "{status}" without exit date: it is taken as withdrawn and not billed.',
  "packs-inferred":
    "No sheet shows software packs: one pack in maintenance is counted for each equipped school ({schools}), none in installation.",
  "pupil-list":
    'Sheet "{sheet}" is a list of pupils by name: its pupils are counted by school (rows read: {count}), no name is read or kept.',
  "pupil-list-without-school":
    'Sheet "{sheet}" is a list of pupils by name without a column "École" (rows: {count}): it is not counted. Add the school\'s name on each row, or give headcounts by school.',
  "pupils-who-left": "Pupils who left before 1 November on the sheet “{sheet}”: {count}. They are not counted.",
  "unknown-pupil-state":
    "The state “{value}” does not say whether the pupil has left: the pupil is not counted. Say once in the options what it means (in service for present, out), or correct the cell.",
  "quantity-error":
    "The cell holds the error {value}: this quantity is not billed. Correct the formula or type the number.",
  "formula-without-result":
    "The formula of this cell has no saved result: what it gives is not billed. Open the workbook in Excel, recalculate and save it, or type the value.",
  "implausible-quantity":
    "{value} for “{prestation}” in a single school: this is too many to be plausible, and is not billed. Correct the cell, or say in the options that it is indeed {value}.",
  "merged-quantity":
    "“{value}” is written once for several merged rows or columns: none of it is billed, since nothing says whose it is. Unmerge these cells, and write the number of each.",
  "quantity-is-date":
    "This quantity is a date: it is not billed. Type the number again, then give the cell the “Number” format.",
  "quantity-letter-o":
    "“{value}” may be the letter O or the figure zero: this quantity is not billed. Type “oui”, or the number.",
  "quantity-other-unit":
    "“{value}” does not count the same thing as “{prestation}”: this quantity is not billed. Type the number alone, or move it under its heading.",
  "quantity-shown-as-date":
    "This cell is shown as a date but holds the number {quantity}, which is counted. Give the cell the “Number” format.",
  "quantity-fractional": '"{value}" is not a whole number: this quantity is not billed. Correct it.',
  "quantity-mark": '"{value}" does not say how many: this quantity is not billed. Type the number.',
  "quantity-negative": '"{value}" is negative: this quantity is not billed. Correct it.',
  "quantity-text":
    '"{value}" is not a number: this quantity is not billed. Type the number alone (0 if there is none).',
  "quantity-too-large": '"{value}" is too large for a quantity: it is not billed. Correct it.',
  "quantity-with-text": '"{value}" was read as {quantity}. Check it, and type the number alone.',
  "school-without-headcount":
    'The headcount of "{school}" ({commune}) cannot be found: portal access is not billed. Add the school to the sheet of headcounts, under the same name.',
  "set-aside-without-row":
    "The row to set aside {at} holds no inventory: nothing is set aside. Check the sheet and the row number.",
  "sheet-without-commune":
    'Sheet "{name}" does not say which commune it is for: its rows are not billed. Name it after the commune, add a column "Commune", or say it in the options.',
  "title-other-year":
    "This table is for {year}, and no other shows its schools for campaign {campaign}: nothing of it is billed. Check the campaign, or say in the options that this table holds for it.",
  "total-differs":
    "This total shows {shown} where the rows above give {expected}. The detail is billed, not the total; check that no row is missing.",
  "total-ignores-filtered":
    "This total shows {shown} instead of {expected}, because it leaves out the rows that the filter hides. The detail counts them.",
  "total-ignores-text":
    "This total shows {shown} instead of {expected}, because numbers typed as text are not counted in it. The detail counts them.",
  "unaccounted-number":
    "This number of “{header}” was neither billed nor left out: the total may be wrong. Check the row; if it is right, report this workbook.",
  "two-communes":
    "“{commune}” and “{other}” are two communes: the row is not billed, since nothing says which one owes it. Write the school's commune alone, add a “Commune” column, or say in the options which one it is.",
  "unknown-column":
    'Column "{header}" holds numbers but was not recognised: it is not billed. Correct its heading if it must be.',
  "unknown-label":
    '"{label}" is not a known service: the row is not billed. Write the service\'s name as in the convention, or say once in the options what it is.',
  "unknown-row":
    "“{label}”: this row holds numbers but was not recognised. It is not billed; correct its label if it should be.",
  "unknown-nature":
    '"{value}" is not a nature: the row is not billed. Write "Installation" or "Maintenance", or say once in the options what this word means.',
  "unreadable-year": "“{value}” is not a readable year: the installation is not billed. Type the year alone.",
  "unreadable-date": '"{value}" cannot be read as a date: this item is not billed. Type it as 01/11/2014.',
  untariffed: '"{label}" ({quantity}) has no price in the convention: it is not billed.',
  "withdrawn-before-entered":
    "The exit date is before the entry date: this item is not billed. Correct one of the two.",
  "unknown-role":
    '"{as}" is not a column role: the correction of {at} is not applied. Write "commune", "school", "headcount", "quantity", "state", "entry", "exit", "ignored", or a service code ("POSTE_STD installation").',
  "correction-without-column":
    "The column correction points at {at}, which is no recognised heading: it is not applied. Check the sheet and the cell.",
  "table-chosen":
    "This table is read as {?inventory:equipment in service}{?installations:installations of the campaign}{?headcounts:headcounts}{?ignored:nothing to bill}: it is a choice kept in the options. Nothing to do; remove the choice if it no longer holds.",
  "repeats-chosen":
    "This table shows schools that {first} shows too: {?added:their quantities are added}{?kept:the first alone counts}, by a choice kept in the options. Nothing to do; remove the choice if it no longer holds.",
  "model-table":
    "“{words}”: a template or a draft, nothing of it is billed. Nothing to do, or say in the options what this table is.",
  "not-in-service":
    "“{words}”: not in service, none of it is billed (quantities: {count}). Nothing to do, or say in the options what this table is.",
  "not-in-service-asked":
    "“{words}”: its schools stand in no other table of the kind, and none of it is billed (quantities: {count}). Say in the options what this table is: equipment in service, installations, headcounts, or nothing to bill.",
  "other-year-installations": "“{words}”: installations of another campaign than {campaign}, they are not billed.",
  "only-installations":
    "“{words}”: installations, while no table shows what is in service in these schools ({schools}): nothing of it is billed. Add that table, or say in the options what this one is.",
  "school-only-installed":
    "“{school}” ({commune}) has installations, and no table shows what it has in service: they are not billed. Add the school to the inventory, or say in the options that this table shows installations.",
  "no-equipment":
    "Headcounts are read, but no equipment: a table is missing, or was not recognised. Add it, with a header row that names the services above the data.",
  "unread-table":
    "These cells ({range}) hold numbers beside schools or communes, and are no table that is known: nothing of them is billed. Give them a header row, or say in the options that there is nothing to bill.",
  "unread-numbers":
    "The numbers in {range} are in no table: they are not billed. If they are quantities, write a row of headings above them (the commune, the school, the prestations); otherwise, nothing to do.",
  "stray-numbers":
    "The numbers in {range} are beside a table, on its rows, and none of its columns takes them: they are not billed. Put them in a column of the table, under a heading, or say in the options that there is nothing to bill there.",
  "unread-equipment":
    'These cells ({range}) name equipment, machine by machine, in no known table: nothing of them is billed. Add a row of headings, with a "School" column, or say in the options that there is nothing to bill.',
  "nothing-billed":
    "Nothing is billed: none of the tables that remain holds a quantity. Look again at what is left aside or not read ({tables}), or add the inventory.",
  "choice-without-table":
    "An option points at {at}, where no table is read: it is not applied. Check the sheet and the cell, or remove the option.",
} as const;
