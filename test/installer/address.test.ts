import { folderAddress } from "../../src/installer/address";

test.each([
  ["https://intranet.mairie.example/ordiclasse/", "https://intranet.mairie.example/ordiclasse/"],
  ["  https://intranet.mairie.example/ordiclasse ", "https://intranet.mairie.example/ordiclasse/"],
  ["intranet.mairie.example:8443", "https://intranet.mairie.example:8443/"],
  ["https://mairie.example/a/installer.html", "https://mairie.example/a/"],
  ["https://mairie.example/a/manifest.xml", "https://mairie.example/a/"],
])("an address that names a folder over https is taken with its last slash: %s", (text, folder) => {
  expect(folderAddress(text)).toBe(folder);
});

test.each([
  "",
  "http://intranet.mairie.example/ordiclasse/",
  "https://mairie.example/?v=1",
  "https://mairie.example/#haut",
  "https://agent:secret@mairie.example/",
  "file:///C:/ordiclasse/",
  "https://",
  "\\\\serveur\\complements",
])("an address from which Excel could not load a folder is refused: %s", (text) => {
  expect(folderAddress(text)).toBeNull();
});
