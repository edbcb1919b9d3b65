/** Messages of points that stand in several cells. */
export const points = {
  "after-snapshot":
    "{count} dates are after 1 November {campaign}: this equipment is not billed for this campaign. Check those that surprise you.",
  "amount-differs":
    "{count} amounts written are not what the quantities and prices give: the reckoning is billed. Check the quantities.",
  "commune-no-longer":
    "“{commune}” is no longer a commune on 1 November {campaign}{?successor: (new commune: {successor})}: {count} rows are not billed. Write the commune that exists on that day.",
  "duplicate-inventory-number":
    "{count} inventory numbers stand above already: this equipment is not billed a second time. Correct the numbers, or delete the rows.",
  "duplicate-school":
    "{count} rows repeat a school: only its first row is billed. Add them up if they are rooms, or keep the first.",
  "duplicate-serial-number":
    "{count} serial numbers stand above already. The equipment is billed; check that it is not listed twice.",
  "formula-without-result":
    "{count} formulas have no result: these quantities are not billed. Open the workbook in Excel and save it, or type the numbers.",
  "headcount-without-equipment":
    "{count} schools have a headcount but no equipment: only the portal is billed. Check that they joined and that no equipment is missing.",
  "insee-disagrees":
    "{count} INSEE codes are not those of their commune: these rows are not billed. Correct the codes or the names, or say once in the options which commune this code stands for.",
  "installed-outside-window":
    "{count} installations are dated outside the campaign (2 November {before} to 1 November {campaign}): they are not billed. Check the dates.",
  "item-repeated":
    "{count} rows repeat a service of a school, and nothing tells them apart: they are not billed. Say in the options whether to add them or to keep the first, or correct the rows.",
  "item-repeated-across":
    "{count} quantities repeat a school's prestation in another column, and nothing tells them apart: they are not billed. Say in the options whether to add them up or to keep the first, or correct the headings.",
  "item-twice":
    "{count} rows repeat a service of a school: their quantities are added. Check that they are no repetitions.",
  "leaving-remark":
    "{count} remarks of the column “{header}” speak of leaving: this equipment is not billed. Say once, for the whole column, whether it says nothing or these machines are gone.",
  "merged-quantity":
    "{count} numbers are merged over several schools: they are not billed. Unmerge them, and type the number of each.",
  "missing-commune": "The commune is missing on {count} rows: they are not billed. Fill in the cells.",
  "missing-headcount":
    "The headcount of {count} schools is missing: their portal is not billed. Type the numbers of pupils (0 if there is none).",
  "missing-label": "The service is missing on {count} rows with a quantity: they are not billed. Fill in the cells.",
  "missing-nature":
    "The nature is missing on {count} rows: they are not billed. Write “Installation” or “Maintenance”.",
  "missing-school": "The school is missing on {count} rows: they are not billed. Fill in the cells.",
  "missing-state":
    "Nothing is answered under “{header}” on {count} rows, where others say yes or no: this equipment is not billed. Answer yes or no in the cells.",
  "more-installed":
    "{count} schools have more installed in the year than in service: billed as written. Check the quantities.",
  "more-than-one-a-school":
    "{count} schools have several “{prestation}”, and the agreement provides one a school: one is billed. Correct them, or choose “à l’unité” in the options.",
  "one-date-for-several":
    "One date of installation is given for several units in service, in {count} cells: no installation of it is billed. Give the quantity installed in the year in a column of its own, or, if none was, have the column “{header}” ignored in the options.",
  "quantity-fractional": "{count} quantities are no whole numbers: they are not billed. Correct them.",
  "quantity-negative": "{count} quantities are negative: they are not billed. Correct them.",
  "quantity-text":
    "“{value}” is not a number: {count} quantities are not billed. Type the number alone (0 if there is none).",
  "quantity-with-text": "{count} quantities have a text beside them and were read. Check them, and type numbers alone.",
  "school-only-installed":
    "{count} schools have installations, and no table shows their equipment in service: they are not billed. Add them to the inventory, or say in the options that this table shows installations.",
  "school-without-headcount":
    "The headcount of {count} schools is not found: their portal is not billed. Add them to the sheet of headcounts, under the same name.",
  "total-differs":
    "{count} totals are not the sum of the rows above. The detail is billed, not the totals; check that no row is missing.",
  "total-ignores-text": "{count} totals do not count numbers typed as text. The detail does.",
  "two-communes":
    "{count} rows name two communes: they are not billed, since nothing tells which. Write the school’s commune alone, add a column “Commune”, or say in the options which one it is.",
  "unknown-commune":
    "“{commune}” is not among the communes of the CAGB on 1 November {campaign}: {count} rows are not billed.{?suggestion: Nearest name: {suggestion}.} Correct the name, or say in the options which commune it is.",
  "unknown-label":
    "“{label}” is not a known service: {count} rows are not billed. Write the name of the service as in the agreement, or say once what it is.",
  "unknown-nature":
    "“{value}” is not a nature: {count} rows are not billed. Correct the word, or say its meaning once.",
  "unknown-pupil-state":
    "The state “{value}” does not tell whether the pupil left: {count} pupils are not counted. Say once in the options what it means (in service for present, out), or correct the cells.",
  "unknown-state":
    "The state “{value}” is not known: {count} machines are not billed. Say once in the options what it means (in service, out, in stock), or correct the cells.",
  "unreadable-date": "{count} dates cannot be read: this equipment is not billed. Type them in the form 01/11/2014.",
  "unreadable-year": "{count} years cannot be read: these installations are not billed. Type the year alone.",
  untariffed: "“{label}”: no tariff, {count} cells are not billed. Nothing to do if this is intended.",
  "struck-through":
    "{count} numbers are struck through: their rows may be no longer due, and they are not billed. Delete them if the equipment is gone, remove the lines, or accept these cells in the options.",
} as const;
