/**
 * @jest-environment jsdom
 */
import { act } from "preact/test-utils";
import { settingsMessage } from "../../../src/messages";
import { particularRows, type ParticularName, type Particulars } from "../../../src/options";
import { labelOf } from "../../../src/taskpane/texts/particulars";
import { plain } from "../plain";
import { draw, press, root, usePage } from "./draw";
import { seen, states } from "./states";

usePage();

const names = Object.keys(particularRows) as ParticularName[];
const details = () => root().querySelector("details")!;
const summary = () => plain(root().querySelector("summary")!.textContent);
const field = (label: string): HTMLInputElement => {
  const found = [...root().querySelectorAll("label")].find((one) => plain(one.textContent) === label);
  if (found === undefined) throw new Error(`No field is named « ${label} ».`);
  return root().querySelector<HTMLInputElement>(`#${found.htmlFor}`)!;
};
const fill = (label: string, value: string) =>
  act(() => {
    const one = field(label);
    one.value = value;
    one.dispatchEvent(new Event("input", { bubbles: true }));
  });
const faultOf = (label: string) =>
  plain(root().querySelector(`#${field(label).getAttribute("aria-describedby")}`)?.textContent);

/** « Réglages » of a workbook that gives these particulars, and what is asked to be saved. */
function settingsWith(particulars: Particulars) {
  const session = draw(states["settings"]!());
  const save = jest.spyOn(session.run, "saveSettings").mockImplementation(() => Promise.resolve());
  const options = seen() as Extract<ReturnType<typeof seen>, { kind: "seen" }>;
  act(() =>
    session.store.dispatch({
      type: "options-seen",
      options: { ...options, options: { ...options.options, particulars } },
    }),
  );
  return save;
}

test("every particular has its field, folded away, named as its row of the sheet of options", () => {
  draw(states["settings"]!());
  expect(details().open).toBe(false);
  // Above those of a rectificatif stands the word, which each row of the sheet says for itself.
  const inGroup = (label: string) => label.replace(/^Rectificatif, (.)/, (_, first: string) => first.toUpperCase());
  expect(names.map((name) => settingsMessage(labelOf(name), {}, "fr"))).toEqual(
    names.map((name) => inGroup(particularRows[name].label)),
  );
  // And who signs: a name, a position, a delegation.
  expect(details().querySelectorAll("input")).toHaveLength(names.length + 3);
  expect([...details().querySelectorAll("legend")].map((one) => one.textContent)).toEqual([
    "Titre",
    "Parties",
    "Signature",
    "Convention",
    "Rectificatif",
  ]);
});

test("each particular has its use explained, whatever the act and the convention give", () => {
  draw(states["settings"]!());
  expect(plain(details().textContent)).toContain(
    "Elles s’impriment sur les documents et ne changent aucun montant. Ce qui n’est pas donné est laissé en pointillés",
  );
});

test("a blank field says what the documents have instead", () => {
  draw(states["settings"]!());
  // Who signs is said, but for a delegation: 2 of 23 + 3.
  expect(summary()).toBe("Mentions des documents : 2 sur 26 données");
  const instead = (label: string) => plain(field(label).placeholder);
  expect(instead("SIRET du créancier")).toBe("laissé en pointillés sur l’état");
  for (const label of ["Service émetteur", "Code ligne de l’imputation"])
    expect(instead(label)).toBe("comme le dit la convention");
  expect(instead("Budget")).toBe("non mentionné sur l’état");
  expect(instead("État n°")).toBe("le premier de l’année : 2014-01");
  for (const label of ["Exercice d’émission", "Motif", "Motif du complément"])
    expect(instead(label)).toBe("laissé en pointillés sur le rectificatif");
});

test("a particular is shown as people write it, and saved as it is kept", () => {
  const save = settingsWith({ sessionOn: "2014-11-06", creditorSiret: "21250056500016" });
  expect(field("Séance du conseil (jj/mm/aaaa)").value).toBe("06/11/2014");
  expect(field("SIRET du créancier").value).toBe("212 500 565 00016");
  fill("Établi le (jj/mm/aaaa)", "25/11/2014");
  fill("Affaire suivie par", "  Mme Y ");
  fill("SIRET du créancier", "");
  press("Enregistrer");
  expect(save).toHaveBeenCalledWith(
    expect.objectContaining({
      particulars: { sessionOn: "2014-11-06", establishedOn: "2014-11-25", contact: "Mme Y" },
    }),
  );
});

test("a faulty particular is reported at its field, unfolded, and nothing is saved before it is corrected", () => {
  const save = settingsWith({});
  fill("Établi le (jj/mm/aaaa)", "31/11/2014");
  fill("SIRET du créancier", "212 500 565 00017");
  fill("SIRET du débiteur", "242 500 361");
  expect(root().querySelector("[aria-invalid]")).toBeNull();
  press("Enregistrer");
  expect(save).not.toHaveBeenCalled();
  expect(details().open).toBe(true);
  expect(document.activeElement).toBe(field("Établi le (jj/mm/aaaa)"));
  expect(faultOf("Établi le (jj/mm/aaaa)")).toContain("Ce n’est pas une date.");
  expect(faultOf("SIRET du créancier")).toContain("le dernier, qui sert de clé, ne correspond pas aux autres");
  expect(faultOf("SIRET du débiteur")).toContain("Un SIRET a quatorze chiffres ; celui-ci en a 9.");
  fill("Établi le (jj/mm/aaaa)", "30/11/2014");
  fill("SIRET du créancier", "21250056500016");
  fill("SIRET du débiteur", "");
  expect(root().querySelector("[aria-invalid]")).toBeNull();
  press("Enregistrer");
  expect(save).toHaveBeenCalledWith(
    expect.objectContaining({ particulars: { establishedOn: "2014-11-30", creditorSiret: "21250056500016" } }),
  );
});

test.each(["plan", "done"])(
  "missing particulars are named before documents are printed or sent (%s), and given from there",
  (state) => {
    const session = draw(states[state]!());
    const openSettings = jest.spyOn(session.run, "openSettings").mockImplementation((unfolded) => {
      session.dispatch({ type: "opened", open: { screen: "settings", ...(unfolded && { unfolded }) } });
      return Promise.resolve();
    });
    expect(plain(root().textContent)).toContain(
      "5 mentions restent à donner : SIRET du créancier, SIRET du débiteur, Adresse du créancier, Adresse du débiteur, Délégation. Les documents y laissent des pointillés.",
    );
    press("Donner ces mentions");
    expect(openSettings).toHaveBeenCalledTimes(1);
    expect(summary()).toBe("Mentions des documents : 2 sur 26 données");
    expect(details().open).toBe(true);
  },
);

test("missing particulars are named in English in an English pane", () => {
  draw(states["plan"]!(), "en");
  expect(plain(root().textContent)).toContain(
    "5 particulars are still to be given: SIRET of the creditor, SIRET of the debtor, Address of the creditor, Address of the debtor, Delegation wording. Documents",
  );
});

test("no text about missing particulars is shown when all are given", () => {
  const session = draw(states["done"]!());
  const options = seen() as Extract<ReturnType<typeof seen>, { kind: "seen" }>;
  act(() => session.store.dispatch({ type: "options-seen", options: { ...options, missing: [] } }));
  expect(plain(root().textContent)).not.toContain("reste à donner");
  expect(plain(root().textContent)).not.toContain("restent à donner");
});
