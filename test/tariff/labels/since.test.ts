import { fold, frenchDate, fromSerial, monthNames, toSerial, type CivilDate } from "../../../src/cells";
import { campaignOfDay, sinceIn } from "../../../src/tariff";
import fc from "../../properties";

const dayNumber = ({ year, month, day }: CivilDate): number => year * 10_000 + month * 100 + day;

// Campaign N goes from the day after 1 November N−1 to 1 November N.
describe("« depuis » and a date say in which campaign an installation begins", () => {
  it.each([
    ["depuis le 31/10/2013", 2013],
    ["depuis le 01/11/2013", 2014],
    ["depuis le 2.11.13", 2014],
    ["depuis la date du 01/11/2013", 2014],
    ["depuis le 1er novembre 2013", 2014],
    ["depuis le 12 septembre 2013", 2013],
    ["depuis le 12 sept. 13", 2013],
    ["depuis 10/2013", 2013],
    ["depuis 11/2013", 2014],
    ["depuis octobre 2013", 2013],
    ["depuis nov. 2013", 2014],
    ["depuis nov 13", 2014],
    ["depuis le mois d’octobre 2013", 2013],
    ["depuis le mois de novembre 2013", 2014],
    ["depuis début novembre 2013", 2014],
    ["depuis 2013", 2013],
    ["depuis l’année 2013", 2013],
    ["depuis la rentrée 2013", 2013],
    ["depuis la rentrée scolaire de 2013", 2013],
  ])("« %s »: in %i", (text, campaign) => {
    expect(sinceIn(fold(text))?.campaign).toBe(campaign);
  });

  it.each(["depuis la campagne 2013", "depuis la campagne de 2013", "depuis l’exercice 2013"])(
    "« %s »: in the next one, because the count of 2013 ends its own",
    (text) => {
      expect(sinceIn(fold(text))?.campaign).toBe(2014);
    },
  );

  it.each([
    "depuis le 01/11",
    "depuis le 1/11",
    "depuis le 1er novembre",
    "depuis le 1er nov.",
    "depuis le 01/11/N-1",
    "depuis le 01/11/N−1",
  ])("« %s », the day of the count: in the campaign billed, whichever it is", (text) => {
    expect(sinceIn(fold(text))).toEqual({ rest: " ", campaign: null });
  });

  it.each([
    ["nothing", "Postes en service 2013"],
    ["« depuis » and no date", "Postes en service depuis la visite"],
    ["a day that is no count, without a year", "Installés depuis le 15/09"],
    ["a school year", "Effectif depuis la rentrée 2013/14"],
    ["a school year", "Depuis l’année 2013 2014"],
    ["an end, in another year", "Installés depuis le 01/11/2013 jusqu’au 31/10/2014"],
    ["an end, in another century", "Depuis 1998 et avant 2002"],
  ])("no installation begins where a text says %s: « %s »", (_, text) => {
    expect(sinceIn(fold(text))).toBeNull();
  });

  it("the rest of the text is read without them", () => {
    const rest = sinceIn("postes installes depuis le 01/11/2013 (cagb)")?.rest.split(/\s+/);
    expect(rest).toEqual(["postes", "installes", "(cagb)"]);
  });

  it("an installation that begins on a day is of the campaign of the day after, however its date and the day of the count are written", () => {
    const days = fc.integer({
      min: toSerial({ year: 2000, month: 1, day: 1 }),
      max: toSerial({ year: 2029, month: 12, day: 30 }),
    });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), (serial, day, month) => {
        const date = fromSerial(serial);
        const campaign = campaignOfDay(dayNumber(fromSerial(serial + 1)), { day, month });
        const name = monthNames[date.month - 1]!;
        for (const written of [
          frenchDate(date),
          frenchDate(date).replaceAll("/", "."),
          `${date.day}/${date.month}/${String(date.year).slice(2)}`,
          `${date.day === 1 ? "1er" : date.day} ${name} ${date.year}`,
        ])
          expect([written, sinceIn(fold(`depuis le ${written}`), { day, month })?.campaign]).toEqual([
            written,
            campaign,
          ]);
      }),
    );
  });
});
