/** How rules stand to the published ones. 'name-of-published': they carry the name and the version of published rules, and are others. */
export type RulesStanding = 'published' | 'own' | 'name-of-published';
