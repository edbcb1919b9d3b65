const list = (names: string): readonly string[] => names.trim().split(/\s*,\s*/);

/** Names of schools that bear a word of inventories, of totals, of states or of dates: schools all the same. */
export const treacherousSchools = list(`
  École de la Somme, École du 8 Mai 1945, École du 11 Novembre, École du Onze Novembre, École du 1er Mai, École du Quatorze Juillet,
  École de la Réserve, École du Parc, École de l'Entrée, École du Magasin, École de l'Atelier, École du Dépôt, École de la Poste,
  École de la Mairie, École Jean Neuf, École Neuve, École du Pont Neuf, École du Moulin Neuf, École de la Cité Nouvelle, École du Vieux Pont,
  École de l'Ancienne Poste, École des Anciens Combattants, École de la Ferme, École de la Moyenne, École de l'Ensemble,
  École du Retrait, École Simone Stock, École Marie Perdu, École Louis Montant, École de la Pose, École de la Commanderie,
  École du Général Leclerc, École Maréchal Total, École des Quatre Vents, École des Neuf Fontaines, École des Trois Tilleuls, École du Point du Jour,
  École de la Gare, École du Port, École du Château, École du Lavoir, École de la Montée, École de la Sortie, École de la Réunion,
  École du Partage, École de la Part-Dieu, École de l'Étoile, École du Centre, École du Haut, École du Bas, École Michel Servet,
  École des Archives, École Henri Départ, École Paul Nouveau, École des Pièces d'Eau, École de l'Installation, École du Commandant Prêt,
  École Notre-Dame (publique), École Jean Macé A, École Jean Macé B, École Sainte-Anne, École Saint-Martin, École Henri IV
`);

/** Names of groups of schools, alike. */
export const treacherousGroups = list(`
  Groupe scolaire du Retrait, Groupe scolaire de la Somme, Groupe scolaire du 8 Mai 1945, Groupe scolaire Jean Neuf,
  Groupe scolaire de la Réserve, Groupe scolaire Les Anciens Fours, Groupe scolaire du Vieux Stock, Groupe scolaire de l'Ensemble
`);

/** Names that no list holds. */
export const plainSchools = list(`
  École des Capucines, École Colette, École Proudhon, École Xavier Marmier, École Auguste et Louis Lumière, École Françoise Dolto, École du Clos,
  École Henri Matisse, École Maurice Ravel, École primaire du Mont, École Lucie Aubrac, École Jean de La Fontaine, École Louise Michel,
  École Marcel Aymé, École Les Acacias, École du Canal, École des Champs, École primaire publique, École de la Combe aux Fées, École du Tramway,
  École Paul-Émile Victor, École René Cassin, École de la Source d'Arcier, École du Rond-Point, École Jeanne d'Arc, École du Lac,
  École Charles Nodier, École des Deux Rivières, École Robert Doisneau, École Simone Veil, École Victor Hugo, École Gustave Courbet
`);
