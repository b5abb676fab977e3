// The database on the phone's disk: three stores, and work on them that is done wholly or not at all.
//
// `revision`: what is known of the record, { id, entry, at_ms, received }. `waiting`: what was made here and the server has not said it has,
// { id, by, revision, why }. `state`: one value a name.

export const NAME = "milkway-record";
const VERSION = 1;

/** The answer to one request of the database. */
export const asked = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

function build(database) {
  const revision = database.createObjectStore("revision", { keyPath: "id" });
  revision.createIndex("entry", "entry");
  revision.createIndex("at_ms", "at_ms");
  database.createObjectStore("waiting", { keyPath: "id" });
  database.createObjectStore("state");
}

async function opened(factory, gone) {
  const request = factory.open(NAME, VERSION);
  request.onupgradeneeded = () => build(request.result);
  const database = await asked(request);
  // A newer version of the house waits for nobody, and browsers may close a database that is ill.
  database.onversionchange = () => { database.close(); gone(); };
  database.onclose = gone;
  return database;
}

/** Opens the database when it is first needed, and again when it was closed. */
export function disk(factory = indexedDB) {
  let open = null;
  const gone = () => { open = null; };
  const database = () => (open ??= opened(factory, gone).catch((fault) => { gone(); throw fault; }));

  /**
   * Work on stores in one transaction: it resolves once all of it is done, and rejects when nothing of it is.
   * The work may wait for answers of this transaction and for nothing else.
   */
  async function work(names, mode, doing) {
    // Strict: it is done once the disk has it. A phone that dies right after saving has saved.
    const transaction = (await database()).transaction(names, mode, { durability: "strict" });
    const over = new Promise((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => failed(transaction.error ?? new Error("the phone did not keep it"));
    });
    const stores = Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)]));
    try {
      const [found] = await Promise.all([doing(stores).catch((fault) => { abort(transaction); throw fault; }), over]);
      return found;
    } catch (fault) {
      await over.catch(() => {});
      throw fault;
    }
  }

  return {
    read: (names, doing) => work(names, "readonly", doing),
    write: (names, doing) => work(names, "readwrite", doing),
    close: async () => { (await open)?.close(); gone(); },
  };
}

/** It may be over already, by the very fault that brings us here. */
function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // Nothing of it was done.
  }
}
