import { defaultOptions, withParticularsOf, type Options } from "../../src/options";

const signatory = { name: "Martin", title: "Adjointe", delegation: "12" };
const issued: Pick<Options, "particulars" | "signatory"> = {
  signatory,
  particulars: {
    stateNumber: "2014-07",
    contact: "M. Roy",
    establishedOn: "2014-11-25",
    signatoryFirstName: "Danièle",
    rectificationRank: "2",
    rectificationReason: "Comptage",
  },
};

const correction = (own: Partial<Options>) => withParticularsOf(issued, { ...defaultOptions, ...own });

describe("a correction prints what the office alone knows as the statement that it corrects did", () => {
  test("a correction does not take the day of the paper that it corrects, nor the particulars of another correction", () => {
    expect(correction({})).toEqual({
      ...defaultOptions,
      signatory,
      particulars: { stateNumber: "2014-07", contact: "M. Roy", signatoryFirstName: "Danièle" },
    });
  });

  test("a correction keeps its own particulars", () => {
    const particulars = { contact: "Mme Petit", establishedOn: "2015-02-01" };
    expect(correction({ particulars }).particulars).toEqual({
      ...particulars,
      stateNumber: "2014-07",
      signatoryFirstName: "Danièle",
    });
  });

  test("a signatory never has the first name, nor the delegation, of another", () => {
    const own = { name: "Durand", title: "Maire", delegation: "" };
    const signed = correction({ signatory: own });
    expect([signed.signatory, signed.particulars.signatoryFirstName]).toEqual([own, undefined]);
    expect(correction({ particulars: { signatoryFirstName: "Paul" } }).signatory).toBeNull();
  });

  test("nothing handed on leaves its options as they are", () => {
    const own = { ...defaultOptions, besancon: "left-out" } as const;
    expect(withParticularsOf({ signatory: null, particulars: { establishedOn: "2014-11-25" } }, own)).toBe(own);
  });
});
