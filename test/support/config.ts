import { type Config, readConfig } from '../../src/config.ts';

/** The settings of a server for a test: on a free port, with strict views. */
export const testConfig = (database: string): Config =>
  readConfig({ PORT: '0', GUNWIJZER_DATABASE: database, NODE_ENV: 'development' });
