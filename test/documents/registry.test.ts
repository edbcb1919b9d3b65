import { tabColorOf } from "../../src/documents/registry";

test("tabs tell what is issued, the fiches, and what is examined", () => {
  expect(["titre", "rectificatif", "fiche-25014-212500144", "controles", "journal"].map(tabColorOf)).toEqual([
    ...["1F3864", "1F3864", "9DC3E6", "7F7F7F", "7F7F7F"],
  ]);
});
