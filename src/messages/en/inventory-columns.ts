import type { inventoryColumns as french } from "../fr/inventory-columns";

export const inventoryColumns: Record<keyof typeof french, string> = {
  "years-column":
    'Column "{header}" holds years: none of it is billed. Leave it out in the options ("ignored"), or say that it is the year of installation ("year-installed"), after a code if its heading names no prestation ("POSTE_STD year-installed").',
  "exit-date-unclear":
    'Column "{header}" may say when the equipment left, or not: nothing says whether it is still in service. Say so in the options: "exit" if it is the date it left, else "ignored".',
  "entry-date-unclear":
    'Column "{header}" gives the only dates of this register, and its heading does not say what they date: nothing says what was installed during the year. Say so in the options: "entry" if it is the date of installation, else "ignored".',
  "one-date-for-several":
    "One date of installation for {quantity} units in service: nothing says how many were installed that day, and none is billed as installed. Write in a column how many were installed during the year, or, if none was, have the column “{header}” ignored in the options.",
  "purchase-as-entry":
    'For want of another date, that of column "{header}" is taken for the date of entry. Check that the equipment was installed when it was bought.',
  "unknown-date-column":
    'Column "{header}" holds dates that were not understood: it is not read. Correct its heading if it says when equipment came or left.',
  "out-of-service-column":
    'Column "{header}" counts what is not in service on 1 November: it is left out. Nothing to do if that is right.',
  "part-column":
    'Column "{header}" is a part of another one, counted already: it is left out. Nothing to do if that is right.',
  "parts-in-service":
    'Column "{header}" counts spare parts in service, which have no tariff: only those fitted during the year are billed. Correct its heading if these are meant.',
  "amount-differs":
    "Written {written} €, computed {reckoned} €{?quantity: ({quantity} × {price})}: what is computed is billed. Check the quantity.",
};
