import { type QueryParameters, type Statement, type Store } from '#libs/store';

/** A store, and every command that was given to it, with its parameters. */
export interface NotedStore {
  readonly store: Store;
  readonly commands: readonly Statement[];
}

/** The same store; what it is told to do is noted down, so that a person can do it again by hand. */
export function notingCommands(store: Store): NotedStore {
  const commands: Statement[] = [];
  const noting = new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name !== 'command') return value.bind(target) as unknown;
      return async (sql: string, parameters: QueryParameters = {}): Promise<void> => {
        commands.push({ sql, parameters });
        await target.command(sql, parameters);
      };
    },
  });
  return { store: noting, commands };
}
