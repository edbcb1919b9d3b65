/** Messages of `src/tariff`. */
export const tariff = {
  "campaign-without-grid":
    "No tariff covers campaign {campaign}, as at {snapshot}. Periods with a tariff: {periods}. Nothing is computed, because a tariff is not extended without a vote: choose another campaign, or add a table “Tarifs” with the voted grid to the workbook.",
  "grid-not-a-record": "Grid: “{field}” must be an object, and is “{value}”. Correct the grid's file.",
  "grid-unknown-key": "Grid: the key “{field}” is not expected. Correct its name or delete it.",
  "grid-missing-key": "Grid: the key “{field}” is missing. Add it; an absent tariff is written null.",
  "grid-no-rows": "Grid: “{field}” must be a list of at least one prestation. Add the rows of the voted grid.",
  "grid-bad-text": "Grid: “{field}” must be a non-empty text, and is “{value}”.",
  "grid-bad-code":
    "Grid: “{field}” is “{value}”; a code is written in capitals without accents, digits and underscores, for example POSTE_STD.",
  "grid-duplicate-code":
    "Grid: “{field}” repeats the code “{value}”, which another row has. Keep one row for each code.",
  "grid-duplicate-wording":
    "Grid: “{field}” repeats the wording “{value}”, which another row has. Keep one row for each service.",
  "grid-amount-not-text":
    'Grid: “{field}” is {value}; an amount is written between quotes, for example "31.60", to stay exact to the cent.',
  "grid-bad-amount":
    "Grid: “{field}” is “{value}”; an amount is zero or more, with a dot and at most two decimals, for example 31.60.",
  "grid-bad-date": "Grid: “{field}” is “{value}”; a date is written 2014-11-01 and must exist.",
  "grid-dates-reversed": "Grid: “{field}” is “{value}”, before the start of the period. Correct one of the two dates.",
  "tarifs-not-named":
    "The sheet “{sheet}” has the columns of a tariff grid, but neither it nor its table is named “Tarifs”: this grid is not applied. Rename the sheet or the table “Tarifs” to bill with it.",
  "tarifs-twice":
    "There is already a table “Tarifs” on the sheet “{sheet}”: which one applies cannot be told. Keep a single table of tariffs among the files read.",
  "tarifs-missing-column":
    "The table “Tarifs” lacks: {headers}. All ten columns are needed, even empty: add what is missing.",
  "tarifs-unknown-column":
    "The column “{header}” is not expected in the table “Tarifs”. Delete it, or correct its title.",
  "tarifs-duplicate-column": "The table “Tarifs” has the column “{header}” twice. Keep one.",
  "tarifs-empty":
    "The table “Tarifs” has no row: nothing can be billed. Enter the voted grid, or delete the table to return to the built-in one.",
  "tarifs-missing-value":
    "The column “{column}” is empty on this row of the table “Tarifs”. Fill it in: the grid cannot be used without it.",
  "tarifs-bad-code":
    "The code “{value}” is not valid. Write it in capitals without accents, with digits and underscores, for example POSTE_STD.",
  "tarifs-duplicate-code":
    "The code “{value}” appears twice for the same period (first in {first}). Keep one row for each code and period.",
  "tarifs-duplicate-wording":
    "The service “{value}” appears under two codes for the same period (first in {first}). Keep one row for each service and period.",
  "tarifs-amount-negative":
    "The amount “{value}” in the column “{column}” is negative. Enter an amount of zero or more, or leave the cell empty where there is no tariff.",
  "tarifs-amount-decimals":
    "The amount “{value}” in the column “{column}” has more than two decimals. Enter the voted amount, to the cent.",
  "tarifs-amount-unreadable":
    "“{value}”, in the column “{column}”, is not an amount. Enter a number, or leave the cell empty where there is no tariff.",
  "tarifs-amount-date":
    "The cell is a date ({day}), not an amount, in the column “{column}”: Excel takes “1/2” for a day. Give the cell the Number format, then type the voted amount; leave it blank if there is no tariff.",
  "tarifs-no-result":
    "The formula of the column “{column}” has no saved result. Open the workbook in Excel, save it, then start again; or type the voted value.",
  "tarifs-bad-date":
    "“{value}”, in the column “{column}”, is not a readable date. Enter a date, for example 01/11/2014.",
  "tarifs-dates-reversed": "The period ends on {to}, before it starts on {from}. Correct one of the two dates.",
  "tarifs-overlap":
    "Two grids overlap from {day} on: the one of {earlier} and the one of {later}. Correct the dates or the act: a day has one grid only, under a single act.",
  "tarifs-gap":
    "No grid covers the campaign of {day}, between the one of {earlier} and the one of {later}. Complete the periods, or remove one of the grids.",
} as const;
