<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Connect Databases…</source>
        <translation>&amp;Σύνδεση βάσεων δεδομένων…</translation>
    </message>
    <message>
        <source>&amp;Set Up an Empty Server…</source>
        <translation>Πρ&amp;οετοιμασία κενού διακομιστή…</translation>
    </message>
    <message>
        <source>&amp;Open Project…</source>
        <translation>Άνοι&amp;γμα έργου…</translation>
    </message>
    <message>
        <source>&amp;Import from .env…</source>
        <translation>&amp;Εισαγωγή από .env…</translation>
    </message>
    <message>
        <source>Use a &amp;Private Server</source>
        <translation>Χρήση &amp;ιδιωτικού διακομιστή</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Αποσύνδεση</translation>
    </message>
    <message>
        <source>&amp;Export Report…</source>
        <translation>Εξαγωγή αναφο&amp;ράς…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Εκ&amp;τύπωση…</translation>
    </message>
    <message>
        <source>Close &amp;Window</source>
        <translation>Κλείσιμο &amp;παραθύρου</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Έ&amp;ξοδος</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Ανανέωση</translation>
    </message>
    <message>
        <source>&amp;Upgrade…</source>
        <translation>Ανα&amp;βάθμιση…</translation>
    </message>
    <message>
        <source>&amp;Downgrade…</source>
        <translation>&amp;Υποβάθμιση…</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Επαλήθευση</translation>
    </message>
    <message>
        <source>&amp;Stop After This Step</source>
        <translation>&amp;Διακοπή μετά από αυτό το βήμα</translation>
    </message>
    <message>
        <source>&amp;Cancel Statement</source>
        <translation>Ακύρωση εν&amp;τολής</translation>
    </message>
    <message>
        <source>Un&amp;lock Production…</source>
        <translation>&amp;Ξεκλείδωμα παραγωγής…</translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation>&amp;Αρχική</translation>
    </message>
    <message>
        <source>&amp;Revisions</source>
        <translation>Ανα&amp;θεωρήσεις</translation>
    </message>
    <message>
        <source>&amp;Verify Page</source>
        <translation>Σελίδα &amp;επαλήθευσης</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Δραστηριότητα</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Φίλτρο</translation>
    </message>
    <message>
        <source>&amp;Next Database</source>
        <translation>Ε&amp;πόμενη βάση</translation>
    </message>
    <message>
        <source>&amp;First Database</source>
        <translation>Π&amp;ρώτη βάση</translation>
    </message>
    <message>
        <source>&amp;Second Database</source>
        <translation>Δεύ&amp;τερη βάση</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Λεπτομέρειες</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>Προ&amp;βλήματα</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>Ε&amp;κτέλεση</translation>
    </message>
    <message>
        <source>Ne&amp;xt Problem</source>
        <translation>Επό&amp;μενο πρόβλημα</translation>
    </message>
    <message>
        <source>Pre&amp;vious Problem</source>
        <translation>Προη&amp;γούμενο πρόβλημα</translation>
    </message>
    <message>
        <source>&amp;Close Panel</source>
        <translation>Κλεί&amp;σιμο πίνακα</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Ρυθμίσεις…</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Συντομεύσεις πληκτρολογίου</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation>Αντιγραφή &amp;διαγνωστικών</translation>
    </message>
    <message>
        <source>&amp;About Socrates Admin</source>
        <translation>Σχετικά με τ&amp;ο Socrates Admin</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Αρχείο</translation>
    </message>
    <message>
        <source>&amp;Migrate</source>
        <translation>&amp;Μεταφορά</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Προβολή</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>Ερ&amp;γαλεία</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Βοήθεια</translation>
    </message>
    <message>
        <source>Help &amp;Contents</source>
        <translation>&amp;Περιεχόμενα βοήθειας</translation>
    </message>
    <message>
        <source>Previ&amp;ous Database</source>
        <translation>Προ&amp;ηγούμενη βάση</translation>
    </message>
    <message>
        <source>&amp;Prove Undo of All Revisions</source>
        <translation>Απόδειξη α&amp;ναίρεσης όλων των αναθεωρήσεων</translation>
    </message>
    <message>
        <source>Self-&amp;Test</source>
        <translation>Αυτοέλε&amp;γχος</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Χάρτης</translation>
    </message>
    <message>
        <source>Print Pre&amp;view…</source>
        <translation>Προεπισκόπηση ε&amp;κτύπωσης…</translation>
    </message>
    <message>
        <source>&amp;New Revision…</source>
        <translation>&amp;Νέα αναθεώρηση…</translation>
    </message>
    <message>
        <source>&amp;Find Missing Revision…</source>
        <translation>&amp;Εύρεση αναθεώρησης που λείπει…</translation>
    </message>
    <message>
        <source>R&amp;eset Database…</source>
        <translation>Επανα&amp;φορά βάσης…</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>Αντί&amp;γραφα ασφαλείας…</translation>
    </message>
    <message>
        <source>&amp;Revision</source>
        <translation>Ανα&amp;θεώρηση</translation>
    </message>
    <message>
        <source>&amp;Recognise Databases…</source>
        <translation>&amp;Αναγνώριση βάσεων…</translation>
    </message>
    <message>
        <source>Nex&amp;t Area</source>
        <translation>Επόμε&amp;νη περιοχή</translation>
    </message>
    <message>
        <source>Pr&amp;evious Area</source>
        <translation>Προηγούμενη περι&amp;οχή</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>nobody else can read or write it until the step has ended</source>
        <translation>κανείς άλλος δεν μπορεί να διαβάσει ή να γράψει ώσπου να τελειώσει το βήμα</translation>
    </message>
    <message>
        <source>others can read it, but not write to it, until the step has ended</source>
        <translation>οι άλλοι διαβάζουν αλλά δεν γράφουν ώσπου να τελειώσει το βήμα</translation>
    </message>
    <message>
        <source>others can read and write; VACUUM and other changes of it wait</source>
        <translation>οι άλλοι διαβάζουν και γράφουν· το VACUUM και άλλες αλλαγές του περιμένουν</translation>
    </message>
    <message>
        <source>others can read and write; only the rows it touches wait</source>
        <translation>οι άλλοι διαβάζουν και γράφουν· περιμένουν μόνο οι γραμμές που αγγίζει</translation>
    </message>
    <message>
        <source>others can read and write</source>
        <translation>οι άλλοι διαβάζουν και γράφουν</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Δεν βρέθηκε τίποτα.</translation>
    </message>
    <message>
        <source>line %1, %2: %3 %4</source>
        <translation>γραμμή %1, %2: %3 %4</translation>
    </message>
    <message>
        <source>%1 to cure, or to answer with -- lint:ignore RULE reason.</source>
        <translation>%1 προς διόρθωση, ή με απάντηση -- lint:ignore RULE και αιτία.</translation>
    </message>
    <message>
        <source>Its database is not connected.</source>
        <translation>Η βάση της δεν είναι συνδεδεμένη.</translation>
    </message>
    <message>
        <source>Not wanted.</source>
        <translation>Δεν ζητήθηκε.</translation>
    </message>
    <message>
        <source>Would succeed in %1 ms; rolled back.</source>
        <translation>Θα πετύχαινε σε %1 ms· αναιρέθηκε.</translation>
    </message>
    <message>
        <source>A step cannot be rehearsed inside a transaction.</source>
        <translation>Ένα βήμα δεν δοκιμάζεται μέσα σε συναλλαγή.</translation>
    </message>
    <message>
        <source>Would fail.</source>
        <translation>Θα αποτύγχανε.</translation>
    </message>
    <message>
        <source>Runs, but the schema is then not what the revisions say.</source>
        <translation>Εκτελείται, αλλά το σχήμα μετά δεν είναι ό,τι λένε οι αναθεωρήσεις.</translation>
    </message>
    <message>
        <source>Could not be rehearsed now.</source>
        <translation>Δεν έγινε δοκιμή τώρα.</translation>
    </message>
    <message>
        <source>Up, down, and the schema is what it was.</source>
        <translation>Αναβάθμιση, υποβάθμιση, και το σχήμα είναι όπως ήταν.</translation>
    </message>
    <message>
        <source>It says of itself that it cannot be undone.</source>
        <translation>Η ίδια λέει ότι δεν αναιρείται.</translation>
    </message>
    <message>
        <source>The downgrade does not bring back what was there.</source>
        <translation>Η υποβάθμιση δεν επαναφέρει ό,τι υπήρχε.</translation>
    </message>
    <message>
        <source>It fails.</source>
        <translation>Αποτυγχάνει.</translation>
    </message>
    <message>
        <source>Can be read</source>
        <translation>Διαβάζεται</translation>
    </message>
    <message>
        <source>Lint</source>
        <translation>Έλεγχος</translation>
    </message>
    <message>
        <source>Rehearsed</source>
        <translation>Δοκιμή</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Αναιρείται</translation>
    </message>
    <message>
        <source>It cannot be read as a revision.</source>
        <translation>Δεν διαβάζεται ως αναθεώρηση.</translation>
    </message>
    <message>
        <source>The header and both sections are right.</source>
        <translation>Η κεφαλίδα και οι δύο ενότητες είναι σωστές.</translation>
    </message>
    <message>
        <source>Name resolved</source>
        <translation>Το όνομα βρέθηκε</translation>
    </message>
    <message>
        <source>Port reachable</source>
        <translation>Η θύρα απαντά</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Κρυπτογράφηση</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Έγινε είσοδος</translation>
    </message>
    <message>
        <source>Database exists</source>
        <translation>Η βάση υπάρχει</translation>
    </message>
    <message>
        <source>May create tables</source>
        <translation>Δικαίωμα δημιουργίας πινάκων</translation>
    </message>
    <message>
        <source>Version table found</source>
        <translation>Βρέθηκε ο πίνακας εκδόσεων</translation>
    </message>
    <message>
        <source>Server version</source>
        <translation>Έκδοση διακομιστή</translation>
    </message>
    <message>
        <source>Primary or standby</source>
        <translation>Κύριος ή εφεδρικός</translation>
    </message>
    <message>
        <source>The service file names the server (service %1).</source>
        <translation>Τον διακομιστή τον ονομάζει το αρχείο υπηρεσιών (υπηρεσία %1).</translation>
    </message>
    <message>
        <source>%1 is a socket folder on this machine</source>
        <translation>Το %1 είναι φάκελος υποδοχών σε αυτόν τον υπολογιστή</translation>
    </message>
    <message>
        <source>%1 is an address</source>
        <translation>Το %1 είναι διεύθυνση</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>Το %1 είναι %2</translation>
    </message>
    <message>
        <source>Check the spelling, and whether the name needs a VPN or a domain behind it.</source>
        <translation>Θέλουν έλεγχο η ορθογραφία και αν το όνομα χρειάζεται VPN ή πρόσθετο τομέα.</translation>
    </message>
    <message>
        <source>No address is known for %1.</source>
        <translation>Δεν είναι γνωστή διεύθυνση για το %1.</translation>
    </message>
    <message>
        <source>%1. No address is known for %2.</source>
        <translation>%1. Δεν είναι γνωστή διεύθυνση για το %2.</translation>
    </message>
    <message>
        <source>Left to libpq, which reads the service file.</source>
        <translation>Το αναλαμβάνει η libpq, που διαβάζει το αρχείο υπηρεσιών.</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>Απαντά το %1</translation>
    </message>
    <message>
        <source>Nothing listens on %1</source>
        <translation>Τίποτα δεν ακούει στο %1</translation>
    </message>
    <message>
        <source>%1 gave no answer within %2 s</source>
        <translation>Το %1 δεν απάντησε μέσα σε %2 s</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>Το %1 είναι απρόσιτο</translation>
    </message>
    <message>
        <source>Start PostgreSQL on this machine (its service), check the port, or use a private server.</source>
        <translation>Εκκίνηση της PostgreSQL σε αυτόν τον υπολογιστή (η υπηρεσία της), έλεγχος της θύρας, ή ιδιωτικός διακομιστής.</translation>
    </message>
    <message>
        <source>Check the port, that PostgreSQL runs there and listens on the network (listen_addresses), and that no firewall is in between.</source>
        <translation>Θέλουν έλεγχο η θύρα, αν η PostgreSQL εκτελείται εκεί και ακούει στο δίκτυο (listen_addresses), και αν μεσολαβεί τείχος προστασίας.</translation>
    </message>
    <message>
        <source>The connection works as long as one host answers.</source>
        <translation>Η σύνδεση λειτουργεί όσο απαντά ένας υπολογιστής.</translation>
    </message>
    <message>
        <source>TLS as far as sslmode asks for it.</source>
        <translation>TLS, όσο το ζητά το sslmode.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Είσοδος ως %1.</translation>
    </message>
    <message>
        <source>The database %1 is there.</source>
        <translation>Η βάση %1 υπάρχει.</translation>
    </message>
    <message>
        <source>The user %1 and the password are accepted.</source>
        <translation>Ο χρήστης %1 και ο κωδικός έγιναν δεκτοί.</translation>
    </message>
    <message>
        <source>There is no database &quot;%1&quot; on this server.</source>
        <translation>Δεν υπάρχει βάση «%1» σε αυτόν τον διακομιστή.</translation>
    </message>
    <message>
        <source>TLS, and the server&apos;s certificate was verified.</source>
        <translation>TLS, και το πιστοποιητικό του διακομιστή ελέγχθηκε.</translation>
    </message>
    <message>
        <source>TLS, but the server&apos;s certificate is not verified.</source>
        <translation>TLS, αλλά το πιστοποιητικό του διακομιστή δεν ελέγχεται.</translation>
    </message>
    <message>
        <source>Set sslmode to verify-full with the root certificate (sslrootcert), so that nobody can pose as the server.</source>
        <translation>Το sslmode σε verify-full με το ριζικό πιστοποιητικό (sslrootcert), ώστε κανείς να μην παριστάνει τον διακομιστή.</translation>
    </message>
    <message>
        <source>Not encrypted, and it need not be: the server is on this machine.</source>
        <translation>Χωρίς κρυπτογράφηση, και δεν χρειάζεται: ο διακομιστής είναι σε αυτόν τον υπολογιστή.</translation>
    </message>
    <message>
        <source>Not encrypted: passwords and data can be read on the way.</source>
        <translation>Χωρίς κρυπτογράφηση: κωδικοί και δεδομένα διαβάζονται στη διαδρομή.</translation>
    </message>
    <message>
        <source>Ask for TLS on the server and set sslmode to verify-full.</source>
        <translation>Χρειάζεται TLS στον διακομιστή και το sslmode σε verify-full.</translation>
    </message>
    <message>
        <source>%1 may not act as %2.</source>
        <translation>Ο %1 δεν επιτρέπεται να ενεργεί ως %2.</translation>
    </message>
    <message>
        <source>Let an administrator run: GRANT %1 TO %2</source>
        <translation>Διαχειριστής εκτελεί: GRANT %1 TO %2</translation>
    </message>
    <message>
        <source>The database has no schema public.</source>
        <translation>Η βάση δεν έχει σχήμα public.</translation>
    </message>
    <message>
        <source>Let the database&apos;s owner run: CREATE SCHEMA public</source>
        <translation>Ο ιδιοκτήτης της βάσης εκτελεί: CREATE SCHEMA public</translation>
    </message>
    <message>
        <source>%1 may not create tables in schema public.</source>
        <translation>Ο %1 δεν επιτρέπεται να δημιουργεί πίνακες στο σχήμα public.</translation>
    </message>
    <message>
        <source>Let the database&apos;s owner or an administrator run: GRANT USAGE, CREATE ON SCHEMA public TO %1</source>
        <translation>Ο ιδιοκτήτης της βάσης ή διαχειριστής εκτελεί: GRANT USAGE, CREATE ON SCHEMA public TO %1</translation>
    </message>
    <message>
        <source>%1 may create tables, but no schema: the log of migrations (schema socrates_admin) cannot be kept.</source>
        <translation>Ο %1 δημιουργεί πίνακες, αλλά όχι σχήμα: το ημερολόγιο (σχήμα socrates_admin) δεν μπορεί να τηρηθεί.</translation>
    </message>
    <message>
        <source>Let the database&apos;s owner run: GRANT CREATE ON DATABASE %1 TO %2</source>
        <translation>Ο ιδιοκτήτης της βάσης εκτελεί: GRANT CREATE ON DATABASE %1 TO %2</translation>
    </message>
    <message>
        <source>%1 may create tables, and so may everybody who can sign in.</source>
        <translation>Ο %1 δημιουργεί πίνακες, όπως και όποιος μπορεί να συνδεθεί.</translation>
    </message>
    <message>
        <source>Let an administrator run: REVOKE CREATE ON SCHEMA public FROM PUBLIC (PostgreSQL 15 and newer begin so).</source>
        <translation>Διαχειριστής εκτελεί: REVOKE CREATE ON SCHEMA public FROM PUBLIC (έτσι ξεκινά η PostgreSQL 15 και νεότερες).</translation>
    </message>
    <message>
        <source>%1 may create tables in schema public.</source>
        <translation>Ο %1 δημιουργεί πίνακες στο σχήμα public.</translation>
    </message>
    <message>
        <source>No version table yet: nothing was migrated here. The first upgrade makes it.</source>
        <translation>Κανένας πίνακας εκδόσεων ακόμη: δεν έχει εφαρμοστεί τίποτα εδώ. Τον φτιάχνει η πρώτη αναβάθμιση.</translation>
    </message>
    <message>
        <source>The version table cannot be read.</source>
        <translation>Ο πίνακας εκδόσεων δεν διαβάζεται.</translation>
    </message>
    <message>
        <source>The version table is there and empty: at base.</source>
        <translation>Ο πίνακας εκδόσεων υπάρχει και είναι κενός: στην αφετηρία.</translation>
    </message>
    <message>
        <source>The version table is there, at revision %1.</source>
        <translation>Ο πίνακας εκδόσεων υπάρχει, στην αναθεώρηση %1.</translation>
    </message>
    <message>
        <source>The version table is there with %1 rows: %2.</source>
        <translation>Ο πίνακας εκδόσεων υπάρχει με %1 γραμμές: %2.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 is too old.</source>
        <translation>Η PostgreSQL %1 είναι πολύ παλιά.</translation>
    </message>
    <message>
        <source>Version 13 or newer is needed.</source>
        <translation>Χρειάζεται η έκδοση 13 ή νεότερη.</translation>
    </message>
    <message>
        <source>%1 is a standby: it can be looked at, not migrated.</source>
        <translation>Ο %1 είναι εφεδρικός: διαβάζεται, δεν αναβαθμίζεται.</translation>
    </message>
    <message>
        <source>Give all hosts, and target_session_attrs=read-write, to reach the primary.</source>
        <translation>Όλοι οι υπολογιστές και target_session_attrs=read-write οδηγούν στον κύριο.</translation>
    </message>
    <message>
        <source>%1 is a primary, but sessions begin read-only.</source>
        <translation>Ο %1 είναι κύριος, αλλά οι συνεδρίες ξεκινούν μόνο για ανάγνωση.</translation>
    </message>
    <message>
        <source>default_transaction_read_only is on for this role, database or server.</source>
        <translation>Το default_transaction_read_only ισχύει για αυτόν τον ρόλο, τη βάση ή τον διακομιστή.</translation>
    </message>
    <message>
        <source>%1 is a primary.</source>
        <translation>Ο %1 είναι κύριος.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Διακόπηκε.</translation>
    </message>
    <message>
        <source>Not looked at.</source>
        <translation>Δεν εξετάστηκε.</translation>
    </message>
    <message>
        <source>Nothing is wrong: the statement succeeded.</source>
        <translation>Δεν υπάρχει σφάλμα: η εντολή πέτυχε.</translation>
    </message>
    <message>
        <source>This is a warning of the server, not a failure. Read its message; the statement ran.</source>
        <translation>Είναι προειδοποίηση του διακομιστή, όχι αποτυχία. Το μήνυμά του θέλει ανάγνωση· η εντολή εκτελέστηκε.</translation>
    </message>
    <message>
        <source>A statement found no row where it looked for one. Check the condition of the query.</source>
        <translation>Μια εντολή δεν βρήκε γραμμή εκεί όπου έψαχνε. Χρειάζεται έλεγχο η συνθήκη του ερωτήματος.</translation>
    </message>
    <message>
        <source>The server was asked for something before the previous statement had ended. Run it again; if it repeats, report it as a fault of this program.</source>
        <translation>Ζητήθηκε κάτι από τον διακομιστή πριν τελειώσει η προηγούμενη εντολή. Χρειάζεται νέα εκτέλεση· αν επαναληφθεί, είναι σφάλμα αυτού του προγράμματος και αξίζει να αναφερθεί.</translation>
    </message>
    <message>
        <source>The connection to the server failed. Check that the server runs and that the network, VPN or firewall lets it through, then connect again.</source>
        <translation>Η σύνδεση με τον διακομιστή απέτυχε. Θέλει έλεγχο αν εκτελείται ο διακομιστής και αν τον αφήνουν το δίκτυο, το VPN ή το τείχος προστασίας· έπειτα νέα σύνδεση.</translation>
    </message>
    <message>
        <source>Client and server do not understand each other. A proxy or pooler in between is the usual cause: connect to the server&apos;s own port.</source>
        <translation>Πελάτης και διακομιστής δεν συνεννοούνται. Συνήθης αιτία είναι ένας ενδιάμεσος μεσολαβητής ή pooler: χρειάζεται σύνδεση στη θύρα του ίδιου του διακομιστή.</translation>
    </message>
    <message>
        <source>The server refused this connection. Its pg_hba.conf must have a line for this host, user and database.</source>
        <translation>Ο διακομιστής αρνήθηκε τη σύνδεση. Το pg_hba.conf του πρέπει να έχει γραμμή για αυτόν τον υπολογιστή, χρήστη και βάση.</translation>
    </message>
    <message>
        <source>The connection broke. Connect again; what the server really has is read afresh.</source>
        <translation>Η σύνδεση διακόπηκε. Χρειάζεται νέα σύνδεση· όσα έχει πράγματι ο διακομιστής διαβάζονται εκ νέου.</translation>
    </message>
    <message>
        <source>The connection broke while the transaction was ending. Refresh: the version table tells whether it was committed.</source>
        <translation>Η σύνδεση διακόπηκε ενώ τελείωνε η συναλλαγή. Μετά από ανανέωση, ο πίνακας εκδόσεων δείχνει αν οριστικοποιήθηκε.</translation>
    </message>
    <message>
        <source>A trigger&apos;s action failed. Look at the trigger of the table that is named.</source>
        <translation>Η ενέργεια ενός εναύσματος απέτυχε. Θέλει έλεγχο το έναυσμα του πίνακα που αναφέρεται.</translation>
    </message>
    <message>
        <source>This server does not support what the statement asks. Check the server&apos;s version, or whether the database is behind a pooler or a PostgreSQL-like product.</source>
        <translation>Αυτός ο διακομιστής δεν υποστηρίζει όσα ζητά η εντολή. Θέλει έλεγχο η έκδοσή του, ή αν η βάση είναι πίσω από pooler ή προϊόν που μοιάζει με PostgreSQL.</translation>
    </message>
    <message>
        <source>A transaction was begun where none may be. Take BEGIN and COMMIT out of the revision&apos;s SQL.</source>
        <translation>Άρχισε συναλλαγή εκεί όπου δεν επιτρέπεται. Τα BEGIN και COMMIT πρέπει να φύγουν από το SQL της αναθεώρησης.</translation>
    </message>
    <message>
        <source>A large object was addressed wrongly. Check the locator the statement uses.</source>
        <translation>Ένα μεγάλο αντικείμενο κλήθηκε λάθος. Θέλει έλεγχο ο εντοπιστής της εντολής.</translation>
    </message>
    <message>
        <source>The role that grants does not hold the right it gives. Let the owner of the object run the GRANT, or set the role to run as.</source>
        <translation>Ο ρόλος που παραχωρεί δεν έχει ο ίδιος το δικαίωμα. Το GRANT πρέπει να το εκτελέσει ο ιδιοκτήτης του αντικειμένου, ή να οριστεί ρόλος εκτέλεσης.</translation>
    </message>
    <message>
        <source>The role named does not exist, or may not be used here. Create it with CREATE ROLE, or correct the name.</source>
        <translation>Ο ρόλος που ονομάζεται δεν υπάρχει ή δεν επιτρέπεται εδώ. Δημιουργείται με CREATE ROLE, αλλιώς διορθώνεται το όνομα.</translation>
    </message>
    <message>
        <source>An exception handler of a function is written wrongly: GET STACKED DIAGNOSTICS belongs inside EXCEPTION.</source>
        <translation>Ένας χειριστής εξαιρέσεων συνάρτησης γράφτηκε λάθος: το GET STACKED DIAGNOSTICS ανήκει μέσα στο EXCEPTION.</translation>
    </message>
    <message>
        <source>A CASE in a function met a value for which it has no branch. Add an ELSE.</source>
        <translation>Ένα CASE σε συνάρτηση συνάντησε τιμή χωρίς κλάδο. Χρειάζεται ένα ELSE.</translation>
    </message>
    <message>
        <source>A subquery gave more rows than the one that is expected, or a row was to be changed twice. Narrow it with a condition or LIMIT 1.</source>
        <translation>Ένα υποερώτημα έδωσε περισσότερες γραμμές από τη μία που αναμένεται, ή μια γραμμή θα άλλαζε δύο φορές. Περιορίζεται με συνθήκη ή LIMIT 1.</translation>
    </message>
    <message>
        <source>A value does not fit the type or the operation. Look at the value and at the column&apos;s type; existing rows may need to be changed first.</source>
        <translation>Μια τιμή δεν ταιριάζει στον τύπο ή στην πράξη. Θέλουν έλεγχο η τιμή και ο τύπος της στήλης· ίσως πρέπει πρώτα να αλλάξουν υπάρχουσες γραμμές.</translation>
    </message>
    <message>
        <source>A text is longer than its column allows. When the table is alembic_version, the revision&apos;s id is longer than 32 characters: give the revision a shorter id. Otherwise widen the column or shorten the text.</source>
        <translation>Ένα κείμενο είναι μακρύτερο απ’ όσο επιτρέπει η στήλη του. Αν ο πίνακας είναι ο alembic_version, το id της αναθεώρησης ξεπερνά τους 32 χαρακτήρες: χρειάζεται μικρότερο id. Αλλιώς χρειάζεται φαρδύτερη στήλη ή μικρότερο κείμενο.</translation>
    </message>
    <message>
        <source>A number is too large for its type. Use bigint or numeric for the column, or correct the value.</source>
        <translation>Ένας αριθμός είναι πολύ μεγάλος για τον τύπο του. Χρειάζεται bigint ή numeric για τη στήλη, ή διόρθωση της τιμής.</translation>
    </message>
    <message>
        <source>A text is not a valid date or time. Write it as 2025-01-31 12:00:00.</source>
        <translation>Ένα κείμενο δεν είναι έγκυρη ημερομηνία ή ώρα. Γράφεται ως 2025-01-31 12:00:00.</translation>
    </message>
    <message>
        <source>A date or time is outside the range of its type. Check day and month order and the time zone.</source>
        <translation>Μια ημερομηνία ή ώρα είναι έξω από τα όρια του τύπου της. Θέλουν έλεγχο η σειρά ημέρας και μήνα και η ζώνη ώρας.</translation>
    </message>
    <message>
        <source>A division by zero. Guard the divisor with NULLIF(x, 0).</source>
        <translation>Διαίρεση με το μηδέν. Ο διαιρέτης φυλάσσεται με NULLIF(x, 0).</translation>
    </message>
    <message>
        <source>A text holds bytes that are not valid in the database&apos;s encoding. Save the file as UTF-8; the database should be UTF8 as well.</source>
        <translation>Ένα κείμενο περιέχει byte που δεν είναι έγκυρα στην κωδικοποίηση της βάσης. Το αρχείο πρέπει να αποθηκευτεί ως UTF-8· και η βάση πρέπει να είναι UTF8.</translation>
    </message>
    <message>
        <source>A parameter has a value that is not allowed. The message names it.</source>
        <translation>Μια παράμετρος έχει τιμή που δεν επιτρέπεται. Το μήνυμα την ονομάζει.</translation>
    </message>
    <message>
        <source>A text cannot be read as the type asked for, often an empty text as a number or a wrong uuid or enum value. Correct the value or the existing rows.</source>
        <translation>Ένα κείμενο δεν διαβάζεται ως ο τύπος που ζητείται· συχνά κενό κείμενο ως αριθμός, ή λάθος τιμή uuid ή enum. Χρειάζεται διόρθωση η τιμή ή οι υπάρχουσες γραμμές.</translation>
    </message>
    <message>
        <source>A character has no equivalent in the database&apos;s encoding. Use a database with encoding UTF8.</source>
        <translation>Ένας χαρακτήρας δεν έχει αντίστοιχο στην κωδικοποίηση της βάσης. Χρειάζεται βάση με κωδικοποίηση UTF8.</translation>
    </message>
    <message>
        <source>A constraint would be violated, so the change was refused. Look at the rows that stand against it before running it again.</source>
        <translation>Θα παραβιαζόταν ένας περιορισμός, οπότε η αλλαγή απορρίφθηκε. Θέλουν έλεγχο οι γραμμές που αντιβαίνουν, πριν από νέα εκτέλεση.</translation>
    </message>
    <message>
        <source>Other rows still refer to this row. Remove or re-point them first.</source>
        <translation>Άλλες γραμμές αναφέρονται ακόμη σε αυτή τη γραμμή. Πρώτα αφαιρούνται ή δείχνουν αλλού.</translation>
    </message>
    <message>
        <source>A column that must not be NULL would be. Fill the existing rows first, or give the column a default; then set NOT NULL.</source>
        <translation>Μια στήλη που δεν επιτρέπει NULL θα έπαιρνε NULL. Πρώτα γεμίζουν οι υπάρχουσες γραμμές ή δίνεται προεπιλογή στη στήλη· έπειτα SET NOT NULL.</translation>
    </message>
    <message>
        <source>A row would refer to one that does not exist. Find the orphaned rows (no partner in the table that is referred to) and correct them, then run again.</source>
        <translation>Μια γραμμή θα αναφερόταν σε άλλη που δεν υπάρχει. Οι ορφανές γραμμές (χωρίς ταίρι στον πίνακα αναφοράς) θέλουν διόρθωση και μετά νέα εκτέλεση.</translation>
    </message>
    <message>
        <source>Two rows would have the same key. Find the duplicates with GROUP BY ... HAVING count(*) &gt; 1 and resolve them. On a catalog table (pg_type, pg_class) it means somebody else is creating the same object at this moment: refresh and look.</source>
        <translation>Δύο γραμμές θα είχαν το ίδιο κλειδί. Τα διπλότυπα βρίσκονται με GROUP BY ... HAVING count(*) &gt; 1 και διορθώνονται. Σε πίνακα του καταλόγου (pg_type, pg_class) σημαίνει ότι κάποιος άλλος δημιουργεί τώρα το ίδιο αντικείμενο: χρειάζεται ανανέωση και έλεγχος.</translation>
    </message>
    <message>
        <source>A row breaks a CHECK condition. Correct the rows that do not fulfil it, then run again.</source>
        <translation>Μια γραμμή παραβιάζει συνθήκη CHECK. Οι γραμμές που δεν την πληρούν θέλουν διόρθωση και μετά νέα εκτέλεση.</translation>
    </message>
    <message>
        <source>Two rows conflict under an exclusion constraint. Correct the overlapping rows first.</source>
        <translation>Δύο γραμμές συγκρούονται σε περιορισμό αποκλεισμού. Πρώτα διορθώνονται οι επικαλυπτόμενες γραμμές.</translation>
    </message>
    <message>
        <source>A cursor was used in a state that does not allow it. Check the function&apos;s OPEN, FETCH and CLOSE.</source>
        <translation>Ένας δρομέας χρησιμοποιήθηκε σε κατάσταση που δεν το επιτρέπει. Θέλουν έλεγχο τα OPEN, FETCH και CLOSE της συνάρτησης.</translation>
    </message>
    <message>
        <source>The statement is not allowed in the transaction&apos;s present state.</source>
        <translation>Η εντολή δεν επιτρέπεται στην παρούσα κατάσταση της συναλλαγής.</translation>
    </message>
    <message>
        <source>This statement cannot run inside a transaction. Put it in a revision of its own, headed &apos;-- migrate:up transaction:false&apos;.</source>
        <translation>Αυτή η εντολή δεν εκτελείται μέσα σε συναλλαγή. Μπαίνει σε δική της αναθεώρηση, με κεφαλίδα &apos;-- migrate:up transaction:false&apos;.</translation>
    </message>
    <message>
        <source>The server is read-only here: a standby, or a session set to read-only. Connect to the primary (target_session_attrs=read-write with all hosts), or lift default_transaction_read_only.</source>
        <translation>Ο διακομιστής είναι εδώ μόνο για ανάγνωση: εφεδρικός, ή συνεδρία μόνο για ανάγνωση. Χρειάζεται σύνδεση στον κύριο (target_session_attrs=read-write με όλους τους υπολογιστές) ή άρση του default_transaction_read_only.</translation>
    </message>
    <message>
        <source>There is no transaction, though the statement needs one. Remove transaction:false from the section.</source>
        <translation>Δεν υπάρχει συναλλαγή, αν και η εντολή τη χρειάζεται. Το transaction:false πρέπει να φύγει από την ενότητα.</translation>
    </message>
    <message>
        <source>An earlier statement of the transaction failed, and everything after it is refused. The first error is the one to mend.</source>
        <translation>Μια προηγούμενη εντολή της συναλλαγής απέτυχε και όσες ακολουθούν απορρίπτονται. Διόρθωση θέλει το πρώτο σφάλμα.</translation>
    </message>
    <message>
        <source>The server ended the session because its transaction stood idle for too long. Nothing was changed; run it again, or raise idle_in_transaction_session_timeout.</source>
        <translation>Ο διακομιστής τερμάτισε τη συνεδρία επειδή η συναλλαγή της έμεινε αδρανής πολλή ώρα. Τίποτα δεν άλλαξε· χρειάζεται νέα εκτέλεση ή μεγαλύτερο idle_in_transaction_session_timeout.</translation>
    </message>
    <message>
        <source>A prepared statement is not known on this connection. A pooler in transaction mode is the usual cause: use the server&apos;s own port.</source>
        <translation>Μια προετοιμασμένη εντολή είναι άγνωστη σε αυτή τη σύνδεση. Συνήθης αιτία είναι pooler σε τρόπο transaction: χρειάζεται η θύρα του ίδιου του διακομιστή.</translation>
    </message>
    <message>
        <source>A trigger changed a row that the same statement is changing. Make it an AFTER trigger.</source>
        <translation>Ένα έναυσμα άλλαξε γραμμή που αλλάζει η ίδια εντολή. Πρέπει να γίνει έναυσμα AFTER.</translation>
    </message>
    <message>
        <source>The server did not accept this sign-in. Check user name, password and the server&apos;s pg_hba.conf.</source>
        <translation>Ο διακομιστής δεν δέχτηκε την είσοδο. Θέλουν έλεγχο ο χρήστης, ο κωδικός και το pg_hba.conf του διακομιστή.</translation>
    </message>
    <message>
        <source>This user may not sign in here. Either the role does not exist or has no LOGIN, or pg_hba.conf has no line that lets this user reach this database from this host (possibly only with TLS: try sslmode=require).</source>
        <translation>Αυτός ο χρήστης δεν επιτρέπεται να συνδεθεί εδώ. Ή ο ρόλος δεν υπάρχει ή δεν έχει LOGIN, ή το pg_hba.conf δεν έχει γραμμή που να αφήνει αυτόν τον χρήστη σε αυτή τη βάση από αυτόν τον υπολογιστή (ίσως μόνο με TLS: sslmode=require).</translation>
    </message>
    <message>
        <source>The password is wrong, or the user does not exist (the server does not tell which). Type the password again; an administrator sets a new one with ALTER ROLE name PASSWORD &apos;...&apos;.</source>
        <translation>Ο κωδικός είναι λάθος ή ο χρήστης δεν υπάρχει (ο διακομιστής δεν λέει ποιο). Ο κωδικός πληκτρολογείται ξανά· νέο ορίζει διαχειριστής με ALTER ROLE name PASSWORD &apos;...&apos;.</translation>
    </message>
    <message>
        <source>Rights given on from here still exist. Revoke with CASCADE, or revoke those first.</source>
        <translation>Υπάρχουν ακόμη δικαιώματα που δόθηκαν από εδώ. REVOKE με CASCADE, ή πρώτα ανάκληση εκείνων.</translation>
    </message>
    <message>
        <source>Other objects still depend on this one; DETAIL names them. Drop or change them first. CASCADE would drop them too.</source>
        <translation>Άλλα αντικείμενα εξαρτώνται ακόμη από αυτό· τα ονομάζει το DETAIL. Πρώτα διαγράφονται ή αλλάζουν. Το CASCADE θα τα διέγραφε κι αυτά.</translation>
    </message>
    <message>
        <source>COMMIT or ROLLBACK was used where it is not allowed, inside a function or a DO block. Take it out of the revision&apos;s SQL.</source>
        <translation>Το COMMIT ή ROLLBACK χρησιμοποιήθηκε όπου δεν επιτρέπεται, μέσα σε συνάρτηση ή DO. Πρέπει να φύγει από το SQL της αναθεώρησης.</translation>
    </message>
    <message>
        <source>A function did something its declaration forbids. Check its volatility and its RETURN.</source>
        <translation>Μια συνάρτηση έκανε κάτι που απαγορεύει η δήλωσή της. Θέλουν έλεγχο η μεταβλητότητα και το RETURN της.</translation>
    </message>
    <message>
        <source>A function ended without RETURN. Add the missing RETURN.</source>
        <translation>Μια συνάρτηση τελείωσε χωρίς RETURN. Πρέπει να προστεθεί.</translation>
    </message>
    <message>
        <source>The cursor named does not exist. Check its name and that it is still open.</source>
        <translation>Ο δρομέας που ονομάζεται δεν υπάρχει. Θέλουν έλεγχο το όνομα και αν είναι ακόμη ανοικτός.</translation>
    </message>
    <message>
        <source>A function in another language failed. The message and the server&apos;s log tell more.</source>
        <translation>Μια συνάρτηση σε άλλη γλώσσα απέτυχε. Περισσότερα λένε το μήνυμα και το ημερολόγιο του διακομιστή.</translation>
    </message>
    <message>
        <source>A function broke the protocol of its call, for example a trigger function that returned the wrong thing.</source>
        <translation>Μια συνάρτηση παρέβη το πρωτόκολλο της κλήσης της, π.χ. συνάρτηση εναύσματος που επέστρεψε λάθος τύπο.</translation>
    </message>
    <message>
        <source>The savepoint named does not exist. Take SAVEPOINT out of the revision&apos;s SQL: a revision is one transaction.</source>
        <translation>Το σημείο αποθήκευσης που ονομάζεται δεν υπάρχει. Το SAVEPOINT πρέπει να φύγει από το SQL: η αναθεώρηση είναι μία συναλλαγή.</translation>
    </message>
    <message>
        <source>The database named does not exist.</source>
        <translation>Η βάση που ονομάζεται δεν υπάρχει.</translation>
    </message>
    <message>
        <source>This database does not exist on the server. Check its name, or create it (Create Database, or: socrates-migrate provision --admin-url URI).</source>
        <translation>Αυτή η βάση δεν υπάρχει στον διακομιστή. Θέλει έλεγχο το όνομα, ή δημιουργία (Δημιουργία βάσης, ή: socrates-migrate provision --admin-url URI).</translation>
    </message>
    <message>
        <source>The schema named does not exist, or none is given and search_path leads nowhere. Create it with CREATE SCHEMA or correct the name.</source>
        <translation>Το σχήμα που ονομάζεται δεν υπάρχει, ή δεν δόθηκε και το search_path δεν οδηγεί πουθενά. Δημιουργείται με CREATE SCHEMA, αλλιώς διορθώνεται το όνομα.</translation>
    </message>
    <message>
        <source>The schema named does not exist, or the role has none it may create in. Create it with CREATE SCHEMA, or grant: GRANT USAGE, CREATE ON SCHEMA public TO role.</source>
        <translation>Το σχήμα που ονομάζεται δεν υπάρχει, ή ο ρόλος δεν έχει κάποιο όπου να δημιουργεί. Δημιουργείται με CREATE SCHEMA, ή: GRANT USAGE, CREATE ON SCHEMA public TO role.</translation>
    </message>
    <message>
        <source>The transaction was rolled back by the server because of others that ran at the same time. Nothing was changed; run it again.</source>
        <translation>Ο διακομιστής αναίρεσε τη συναλλαγή εξαιτίας άλλων που εκτελούνταν συγχρόνως. Τίποτα δεν άλλαξε· χρειάζεται νέα εκτέλεση.</translation>
    </message>
    <message>
        <source>Another transaction changed the same rows. Nothing was changed; run it again.</source>
        <translation>Άλλη συναλλαγή άλλαξε τις ίδιες γραμμές. Τίποτα δεν άλλαξε· χρειάζεται νέα εκτέλεση.</translation>
    </message>
    <message>
        <source>It is not known whether the statement was carried out. Refresh: the version table and the catalogs tell.</source>
        <translation>Δεν είναι γνωστό αν εκτελέστηκε η εντολή. Μετά από ανανέωση το δείχνουν ο πίνακας εκδόσεων και οι κατάλογοι.</translation>
    </message>
    <message>
        <source>Two transactions waited for each other and this one was chosen to give way. Nothing was changed; run it again when less is going on.</source>
        <translation>Δύο συναλλαγές περίμεναν η μία την άλλη και αυτή επιλέχθηκε να υποχωρήσει. Τίποτα δεν άλλαξε· χρειάζεται νέα εκτέλεση με λιγότερη κίνηση.</translation>
    </message>
    <message>
        <source>The statement is not right for this database: a name, a type or the syntax. The position shows where.</source>
        <translation>Η εντολή δεν ταιριάζει σε αυτή τη βάση: ένα όνομα, ένας τύπος ή η σύνταξη. Η θέση δείχνει πού.</translation>
    </message>
    <message>
        <source>The role lacks a right. The message names the object; its owner or an administrator can give it: GRANT CREATE, USAGE ON SCHEMA public TO role (needed from PostgreSQL 15 on), GRANT SELECT, INSERT, UPDATE, DELETE ON table TO role, or, for ALTER and DROP, run as the owner (--role).</source>
        <translation>Ο ρόλος δεν έχει ένα δικαίωμα. Το μήνυμα ονομάζει το αντικείμενο· το δίνει ο ιδιοκτήτης του ή διαχειριστής: GRANT CREATE, USAGE ON SCHEMA public TO role (απαραίτητο από την PostgreSQL 15), GRANT SELECT, INSERT, UPDATE, DELETE ON table TO role, ή, για ALTER και DROP, εκτέλεση ως ιδιοκτήτης (--role).</translation>
    </message>
    <message>
        <source>The SQL has a syntax error at the position shown. If the statement is right for a newer PostgreSQL, compare the server&apos;s version.</source>
        <translation>Το SQL έχει συντακτικό λάθος στη θέση που φαίνεται. Αν η εντολή είναι σωστή για νεότερη PostgreSQL, θέλει έλεγχο η έκδοση του διακομιστή.</translation>
    </message>
    <message>
        <source>A name is not valid. Quote it with double quotes if it has special characters.</source>
        <translation>Ένα όνομα δεν είναι έγκυρο. Με ειδικούς χαρακτήρες μπαίνει σε διπλά εισαγωγικά.</translation>
    </message>
    <message>
        <source>A name is longer than 63 bytes. Shorten it.</source>
        <translation>Ένα όνομα ξεπερνά τα 63 byte. Πρέπει να συντομευτεί.</translation>
    </message>
    <message>
        <source>The column is already there. Somebody may have added it by hand: compare the schema (Verify) before deciding, and stamp only when it matches.</source>
        <translation>Η στήλη υπάρχει ήδη. Ίσως την πρόσθεσε κάποιος με το χέρι: πρώτα σύγκριση του σχήματος (Επαλήθευση), και σφράγιση μόνο αν συμφωνεί.</translation>
    </message>
    <message>
        <source>The column does not exist. Check the spelling, and whether the revision that adds it has been applied here.</source>
        <translation>Η στήλη δεν υπάρχει. Θέλουν έλεγχο η ορθογραφία και αν εφαρμόστηκε εδώ η αναθεώρηση που την προσθέτει.</translation>
    </message>
    <message>
        <source>An object that the statement names (type, role, extension, constraint, index) does not exist here. Check whether the revision that creates it has been applied to this database.</source>
        <translation>Ένα αντικείμενο που ονομάζει η εντολή (τύπος, ρόλος, επέκταση, περιορισμός, ευρετήριο) δεν υπάρχει εδώ. Θέλει έλεγχο αν εφαρμόστηκε σε αυτή τη βάση η αναθεώρηση που το δημιουργεί.</translation>
    </message>
    <message>
        <source>An object of this name (role, type, constraint, trigger, policy) is already there. Verify whether it is the one that is wanted before stamping.</source>
        <translation>Υπάρχει ήδη αντικείμενο με αυτό το όνομα (ρόλος, τύπος, περιορισμός, έναυσμα, πολιτική). Πριν από σφράγιση θέλει επαλήθευση αν είναι το ζητούμενο.</translation>
    </message>
    <message>
        <source>A function with this name and these arguments is already there. Use CREATE OR REPLACE FUNCTION if it is to be replaced.</source>
        <translation>Υπάρχει ήδη συνάρτηση με αυτό το όνομα και αυτά τα ορίσματα. Αν πρέπει να αντικατασταθεί: CREATE OR REPLACE FUNCTION.</translation>
    </message>
    <message>
        <source>Several functions fit this call. Cast the arguments to the types that are meant.</source>
        <translation>Περισσότερες συναρτήσεις ταιριάζουν σε αυτή την κλήση. Τα ορίσματα θέλουν ρητή μετατροπή στους τύπους που εννοούνται.</translation>
    </message>
    <message>
        <source>The types do not agree. Cast explicitly, in ALTER COLUMN ... TYPE with USING expression.</source>
        <translation>Οι τύποι δεν συμφωνούν. Χρειάζεται ρητή μετατροπή, στο ALTER COLUMN ... TYPE με USING έκφραση.</translation>
    </message>
    <message>
        <source>The object is of another kind than the statement needs, for example a view where a table is expected.</source>
        <translation>Το αντικείμενο είναι άλλου είδους απ’ ό,τι χρειάζεται η εντολή, π.χ. όψη εκεί όπου αναμένεται πίνακας.</translation>
    </message>
    <message>
        <source>The column referred to has no unique key. A foreign key needs a primary key or a unique constraint on the other side.</source>
        <translation>Η στήλη αναφοράς δεν έχει μοναδικό κλειδί. Το ξένο κλειδί χρειάζεται κύριο κλειδί ή περιορισμό μοναδικότητας στην άλλη πλευρά.</translation>
    </message>
    <message>
        <source>There is no cast between these types. Write a conversion: ALTER COLUMN ... TYPE t USING expression.</source>
        <translation>Δεν υπάρχει μετατροπή ανάμεσα σε αυτούς τους τύπους. Γράφεται: ALTER COLUMN ... TYPE t USING έκφραση.</translation>
    </message>
    <message>
        <source>A function or operator does not exist for these arguments. gen_random_uuid() needs PostgreSQL 13 or newer (on 12: CREATE EXTENSION pgcrypto); otherwise check spelling, types, search_path and missing extensions.</source>
        <translation>Δεν υπάρχει συνάρτηση ή τελεστής για αυτά τα ορίσματα. Το gen_random_uuid() χρειάζεται PostgreSQL 13 ή νεότερη (στη 12: CREATE EXTENSION pgcrypto)· αλλιώς θέλουν έλεγχο ορθογραφία, τύποι, search_path και επεκτάσεις που λείπουν.</translation>
    </message>
    <message>
        <source>The name is reserved for the system. Names must not begin with pg_.</source>
        <translation>Το όνομα ανήκει στο σύστημα. Τα ονόματα δεν αρχίζουν με pg_.</translation>
    </message>
    <message>
        <source>The table does not exist. Either an earlier revision has not been applied here, or the table belongs to the other database of the project, or search_path does not lead to its schema.</source>
        <translation>Ο πίνακας δεν υπάρχει. Ή δεν εφαρμόστηκε εδώ προηγούμενη αναθεώρηση, ή ο πίνακας ανήκει στην άλλη βάση του έργου, ή το search_path δεν οδηγεί στο σχήμα του.</translation>
    </message>
    <message>
        <source>A database of this name is already there. It can be used as it is, if it is the one that is meant.</source>
        <translation>Υπάρχει ήδη βάση με αυτό το όνομα. Χρησιμοποιείται ως έχει, αν είναι αυτή που εννοείται.</translation>
    </message>
    <message>
        <source>A schema of this name is already there. Use CREATE SCHEMA IF NOT EXISTS, or verify that it is the one that is wanted.</source>
        <translation>Υπάρχει ήδη σχήμα με αυτό το όνομα. CREATE SCHEMA IF NOT EXISTS, ή επαλήθευση ότι είναι το ζητούμενο.</translation>
    </message>
    <message>
        <source>The relation already exists. The schema was made outside this history, or the version table was lost. &quot;socrates-migrate recognise&quot; says which revision the tables are, and what puts it right: when they match a revision, stamp that revision; stamp only after verifying, since a stamp changes no table. Do not drop the schema: that deletes the data.</source>
        <translation>Η σχέση υπάρχει ήδη. Το σχήμα φτιάχτηκε έξω από αυτό το ιστορικό, ή χάθηκε ο πίνακας εκδόσεων. Το «socrates-migrate recognise» λέει ποια αναθεώρηση είναι οι πίνακες και τι το διορθώνει: αν ταιριάζουν με αναθεώρηση, σφράγιση εκείνης· σφράγιση μόνο μετά την επαλήθευση, αφού δεν αλλάζει κανέναν πίνακα. Το σχήμα δεν πρέπει να διαγραφεί: θα χαθούν τα δεδομένα.</translation>
    </message>
    <message>
        <source>The table&apos;s definition contradicts itself, for example two primary keys.</source>
        <translation>Ο ορισμός του πίνακα αντιφάσκει, π.χ. δύο κύρια κλειδιά.</translation>
    </message>
    <message>
        <source>The object&apos;s definition is not allowed, for example an index on a function that is not IMMUTABLE.</source>
        <translation>Ο ορισμός του αντικειμένου δεν επιτρέπεται, π.χ. ευρετήριο σε συνάρτηση που δεν είναι IMMUTABLE.</translation>
    </message>
    <message>
        <source>A row would leave the view through which it is written (WITH CHECK OPTION). Correct the value or write to the table.</source>
        <translation>Μια γραμμή θα έφευγε από την όψη μέσω της οποίας γράφεται (WITH CHECK OPTION). Διόρθωση της τιμής ή εγγραφή στον πίνακα.</translation>
    </message>
    <message>
        <source>The server is short of a resource. Tell its administrator; nothing was changed.</source>
        <translation>Ο διακομιστής δεν έχει αρκετούς πόρους. Πρέπει να ενημερωθεί ο διαχειριστής του· τίποτα δεν άλλαξε.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. The step was rolled back. Free space on the server (or ask its administrator), then run it again.</source>
        <translation>Ο δίσκος του διακομιστή είναι γεμάτος. Το βήμα αναιρέθηκε. Χρειάζεται ελεύθερος χώρος στον διακομιστή (ή ο διαχειριστής του) και νέα εκτέλεση.</translation>
    </message>
    <message>
        <source>The server is out of memory, or its table of locks is full: raise max_locks_per_transaction, or do less in one revision.</source>
        <translation>Ο διακομιστής δεν έχει μνήμη, ή ο πίνακας κλειδωμάτων του είναι γεμάτος: μεγαλύτερο max_locks_per_transaction, ή λιγότερα σε μία αναθεώρηση.</translation>
    </message>
    <message>
        <source>The server has no connection left. Close other programs, wait, or raise max_connections; an administrator&apos;s reserve is kept for superusers.</source>
        <translation>Ο διακομιστής δεν έχει άλλη σύνδεση. Κλείσιμο άλλων προγραμμάτων, αναμονή ή μεγαλύτερο max_connections· ένα απόθεμα φυλάσσεται για υπερχρήστες.</translation>
    </message>
    <message>
        <source>A configured limit of the server is reached. The message names the setting.</source>
        <translation>Ένα ρυθμισμένο όριο του διακομιστή εξαντλήθηκε. Το μήνυμα ονομάζει τη ρύθμιση.</translation>
    </message>
    <message>
        <source>The statement is beyond one of PostgreSQL&apos;s limits. Split it.</source>
        <translation>Η εντολή ξεπερνά ένα όριο της PostgreSQL. Πρέπει να χωριστεί.</translation>
    </message>
    <message>
        <source>The statement is too deeply nested. Split it, or raise max_stack_depth.</source>
        <translation>Η εντολή έχει υπερβολικό βάθος. Πρέπει να χωριστεί, ή να μεγαλώσει το max_stack_depth.</translation>
    </message>
    <message>
        <source>A table has at most 1600 columns. Split the table.</source>
        <translation>Ένας πίνακας έχει το πολύ 1600 στήλες. Ο πίνακας πρέπει να χωριστεί.</translation>
    </message>
    <message>
        <source>The object is not in a state that allows this now. The message says why.</source>
        <translation>Το αντικείμενο δεν είναι τώρα σε κατάσταση που το επιτρέπει. Το μήνυμα λέει γιατί.</translation>
    </message>
    <message>
        <source>The object is not in a state that allows this. The message says which; often a setting of the server must be changed first, such as max_prepared_transactions.</source>
        <translation>Το αντικείμενο δεν είναι σε κατάσταση που το επιτρέπει. Το μήνυμα λέει σε ποια· συχνά πρέπει πρώτα να αλλάξει μια ρύθμιση του διακομιστή, όπως max_prepared_transactions.</translation>
    </message>
    <message>
        <source>The object is in use by other sessions. Close them, then run it again.</source>
        <translation>Το αντικείμενο χρησιμοποιείται από άλλες συνεδρίες. Πρέπει να κλείσουν και μετά νέα εκτέλεση.</translation>
    </message>
    <message>
        <source>This setting can only be changed when the server starts. Ask its administrator.</source>
        <translation>Αυτή η ρύθμιση αλλάζει μόνο κατά την εκκίνηση του διακομιστή. Αρμόδιος είναι ο διαχειριστής του.</translation>
    </message>
    <message>
        <source>Busy: another session holds a lock on this object and did not let go in time. Look who holds it (pg_stat_activity), then run it again, or raise lock_timeout in the revision&apos;s header.</source>
        <translation>Απασχολημένο: άλλη συνεδρία κρατά κλείδωμα σε αυτό το αντικείμενο και δεν το άφησε εγκαίρως. Το pg_stat_activity δείχνει ποιος το κρατά· μετά νέα εκτέλεση, ή μεγαλύτερο lock_timeout στην κεφαλίδα της αναθεώρησης.</translation>
    </message>
    <message>
        <source>A value added to an enum cannot be used in the same transaction. Split the revision: one adds the value (ALTER TYPE ... ADD VALUE), the next uses it.</source>
        <translation>Τιμή που προστέθηκε σε enum δεν χρησιμοποιείται στην ίδια συναλλαγή. Η αναθεώρηση χωρίζεται: μία προσθέτει την τιμή (ALTER TYPE ... ADD VALUE), η επόμενη τη χρησιμοποιεί.</translation>
    </message>
    <message>
        <source>An operator or a time-out interrupted the work. Run it again.</source>
        <translation>Ένας χειριστής ή ένα χρονικό όριο διέκοψε την εργασία. Χρειάζεται νέα εκτέλεση.</translation>
    </message>
    <message>
        <source>The statement was cancelled, by request or because statement_timeout ran out. What its transaction had done is rolled back.</source>
        <translation>Η εντολή ακυρώθηκε, κατόπιν αιτήματος ή επειδή έληξε το statement_timeout. Ό,τι είχε κάνει η συναλλαγή της αναιρέθηκε.</translation>
    </message>
    <message>
        <source>The server ended the connection: it is being shut down or switched over, or an administrator ended the session. Connect again when it is back; what was applied is read afresh.</source>
        <translation>Ο διακομιστής τερμάτισε τη σύνδεση: κλείνει ή εναλλάσσεται, ή ένας διαχειριστής τερμάτισε τη συνεδρία. Νέα σύνδεση μόλις επανέλθει· όσα εφαρμόστηκαν διαβάζονται εκ νέου.</translation>
    </message>
    <message>
        <source>The server crashed and is restarting. Wait for it, then connect again; what was applied is read afresh.</source>
        <translation>Ο διακομιστής κατέρρευσε και επανεκκινείται. Αναμονή και μετά νέα σύνδεση· όσα εφαρμόστηκαν διαβάζονται εκ νέου.</translation>
    </message>
    <message>
        <source>The server is starting up, shutting down or recovering and takes no connections yet. Wait some seconds and try again.</source>
        <translation>Ο διακομιστής ξεκινά, κλείνει ή ανακάμπτει και δεν δέχεται ακόμη συνδέσεις. Αναμονή μερικών δευτερολέπτων και νέα προσπάθεια.</translation>
    </message>
    <message>
        <source>The database was dropped while connected to it. Check with whoever did it, and the connection&apos;s settings.</source>
        <translation>Η βάση διαγράφηκε ενώ υπήρχε σύνδεση. Θέλει συνεννόηση με όποιον το έκανε, και έλεγχο των στοιχείων σύνδεσης.</translation>
    </message>
    <message>
        <source>The server closed the session because it was idle for too long (idle_session_timeout). Connect again.</source>
        <translation>Ο διακομιστής έκλεισε τη συνεδρία επειδή ήταν αδρανής πολλή ώρα (idle_session_timeout). Χρειάζεται νέα σύνδεση.</translation>
    </message>
    <message>
        <source>The server met an error of its operating system. Its log tells more; ask its administrator.</source>
        <translation>Ο διακομιστής συνάντησε σφάλμα του λειτουργικού του συστήματος. Περισσότερα λέει το ημερολόγιό του· αρμόδιος είναι ο διαχειριστής του.</translation>
    </message>
    <message>
        <source>The server cannot read or write its disk. Ask its administrator at once, and look after the backups.</source>
        <translation>Ο διακομιστής δεν διαβάζει ή δεν γράφει τον δίσκο του. Πρέπει να ειδοποιηθεί αμέσως ο διαχειριστής και να ελεγχθούν τα αντίγραφα ασφαλείας.</translation>
    </message>
    <message>
        <source>The server misses a file, often of an extension that is not installed on it. Install the extension&apos;s package on the server.</source>
        <translation>Από τον διακομιστή λείπει ένα αρχείο, συχνά επέκτασης που δεν είναι εγκατεστημένη. Το πακέτο της εγκαθίσταται στον διακομιστή.</translation>
    </message>
    <message>
        <source>The snapshot is too old. Run it again; it took longer than old_snapshot_threshold allows.</source>
        <translation>Το στιγμιότυπο είναι πολύ παλιό. Χρειάζεται νέα εκτέλεση· κράτησε περισσότερο απ’ όσο επιτρέπει το old_snapshot_threshold.</translation>
    </message>
    <message>
        <source>A configuration file of the server is wrong. Its log names file and line.</source>
        <translation>Ένα αρχείο ρυθμίσεων του διακομιστή είναι λάθος. Το ημερολόγιό του ονομάζει αρχείο και γραμμή.</translation>
    </message>
    <message>
        <source>Another server seems to use the same data folder. Stop that one first; remove postmaster.pid only when it is certain that none runs.</source>
        <translation>Άλλος διακομιστής φαίνεται να χρησιμοποιεί τον ίδιο φάκελο δεδομένων. Πρώτα σταματά εκείνος· το postmaster.pid αφαιρείται μόνο όταν είναι βέβαιο ότι δεν εκτελείται κανείς.</translation>
    </message>
    <message>
        <source>A foreign data wrapper failed. Check the foreign server&apos;s address and user mapping (CREATE USER MAPPING).</source>
        <translation>Ένας foreign data wrapper απέτυχε. Θέλουν έλεγχο η διεύθυνση του ξένου διακομιστή και η αντιστοίχιση χρηστών (CREATE USER MAPPING).</translation>
    </message>
    <message>
        <source>The foreign server cannot be reached. Check its address and user mapping.</source>
        <translation>Ο ξένος διακομιστής είναι απρόσιτος. Θέλουν έλεγχο η διεύθυνσή του και η αντιστοίχιση χρηστών.</translation>
    </message>
    <message>
        <source>A function or DO block of the database raised this error. The message is its author&apos;s.</source>
        <translation>Μια συνάρτηση ή ένα DO της βάσης έδωσε αυτό το σφάλμα. Το μήνυμα είναι του συντάκτη της.</translation>
    </message>
    <message>
        <source>A function, trigger or event trigger raised this on purpose. The message is its author&apos;s and says what it wants.</source>
        <translation>Μια συνάρτηση, ένα έναυσμα ή ένα έναυσμα συμβάντος έδωσε σκόπιμα αυτό το σφάλμα. Το μήνυμα είναι του συντάκτη του και λέει τι θέλει.</translation>
    </message>
    <message>
        <source>A function expected a row and found none. Check the data it looks for.</source>
        <translation>Μια συνάρτηση περίμενε μια γραμμή και δεν βρήκε καμία. Θέλουν έλεγχο τα δεδομένα που αναζητά.</translation>
    </message>
    <message>
        <source>A function expected one row and found several. Check the data for duplicates.</source>
        <translation>Μια συνάρτηση περίμενε μία γραμμή και βρήκε περισσότερες. Τα δεδομένα θέλουν έλεγχο για διπλότυπα.</translation>
    </message>
    <message>
        <source>An ASSERT in a function failed. The message is its author&apos;s.</source>
        <translation>Ένα ASSERT σε συνάρτηση απέτυχε. Το μήνυμα είναι του συντάκτη της.</translation>
    </message>
    <message>
        <source>The server reports a fault of its own. Ask its administrator to look at the server&apos;s log, and run the newest minor release.</source>
        <translation>Ο διακομιστής αναφέρει δικό του σφάλμα. Ο διαχειριστής πρέπει να δει το ημερολόγιό του και να τρέχει η νεότερη μικρή έκδοση.</translation>
    </message>
    <message>
        <source>The server found damaged data. Stop writing, save a copy of the data folder, and restore from a backup.</source>
        <translation>Ο διακομιστής βρήκε κατεστραμμένα δεδομένα. Διακοπή των εγγραφών, αντίγραφο του φακέλου δεδομένων και επαναφορά από αντίγραφο ασφαλείας.</translation>
    </message>
    <message>
        <source>An index is damaged. REINDEX it, and let the administrator look at the disk.</source>
        <translation>Ένα ευρετήριο είναι κατεστραμμένο. Χρειάζεται REINDEX, και έλεγχο του δίσκου από τον διαχειριστή.</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s own list does not have this code: it comes from an extension, a function or another product. The message and the server&apos;s log tell more.</source>
        <translation>Ο κατάλογος της PostgreSQL δεν έχει αυτόν τον κωδικό: προέρχεται από επέκταση, συνάρτηση ή άλλο προϊόν. Περισσότερα λένε το μήνυμα και το ημερολόγιο του διακομιστή.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>locks %1 (%2): %3</source>
        <translation>κλειδώνει %1 (%2): %3</translation>
    </message>
    <message>
        <source>It ran on copies, which are gone again; the real databases were not touched.</source>
        <translation>Έγινε σε αντίγραφα, που δεν υπάρχουν πια· οι πραγματικές βάσεις δεν θίχτηκαν.</translation>
    </message>
    <message>
        <source>Everything was rolled back; nothing was changed.</source>
        <translation>Όλα αναιρέθηκαν· τίποτα δεν άλλαξε.</translation>
    </message>
    <message>
        <source>No step of this can be rehearsed; nothing was run.</source>
        <translation>Κανένα βήμα δεν μπορεί να δοκιμαστεί· τίποτα δεν εκτελέστηκε.</translation>
    </message>
    <message>
        <source>Would succeed in %1.</source>
        <translation>Θα πετύχαινε σε %1.</translation>
    </message>
    <message>
        <source>Every step runs, but the schema would then not be what the revisions say.</source>
        <translation>Κάθε βήμα εκτελείται, αλλά το σχήμα δεν θα ήταν ό,τι λένε οι αναθεωρήσεις.</translation>
    </message>
    <message>
        <source>Could not be rehearsed now: somebody else is in the way.</source>
        <translation>Η πρόβα δεν έγινε τώρα: κάποιος άλλος εμποδίζει.</translation>
    </message>
    <message>
        <source>Stopped before its end.</source>
        <translation>Διακόπηκε πριν από το τέλος.</translation>
    </message>
    <message>
        <source>Nothing to rehearse: nothing is pending.</source>
        <translation>Τίποτα για πρόβα: τίποτα δεν εκκρεμεί.</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>δεν έφτασε ως εκεί</translation>
    </message>
    <message>
        <source>would succeed</source>
        <translation>θα πετύχαινε</translation>
    </message>
    <message>
        <source>would fail</source>
        <translation>θα αποτύχαινε</translation>
    </message>
    <message>
        <source>cannot be rehearsed</source>
        <translation>δεν δοκιμάζεται</translation>
    </message>
    <message>
        <source>ran outside a transaction, so its locks were not measured</source>
        <translation>εκτελέστηκε εκτός συναλλαγής, άρα τα κλειδώματά του δεν μετρήθηκαν</translation>
    </message>
    <message>
        <source>writes %1 anew, row by row (%2)</source>
        <translation>ξαναγράφει %1 γραμμή προς γραμμή (%2)</translation>
    </message>
    <message>
        <source>locks nothing that others use</source>
        <translation>δεν κλειδώνει τίποτα που χρησιμοποιούν άλλοι</translation>
    </message>
    <message>
        <source>creates %1</source>
        <translation>δημιουργεί %1</translation>
    </message>
    <message>
        <source>creates %1: %2</source>
        <translation>δημιουργεί %1: %2</translation>
    </message>
    <message>
        <source>drops %1</source>
        <translation>διαγράφει %1</translation>
    </message>
    <message>
        <source>changes %1: from %2 to %3</source>
        <translation>αλλάζει %1: από %2 σε %3</translation>
    </message>
    <message>
        <source>Stopped and rolled back: %1 is still at %2.</source>
        <translation>Διακόπηκε και αναιρέθηκε: η %1 είναι ακόμη στο %2.</translation>
    </message>
    <message>
        <source>Failed inside %1, which is no transaction: what it did before stays, and %2 is still at %3.</source>
        <translation>Απέτυχε μέσα στο %1, που δεν είναι συναλλαγή: ό,τι είχε κάνει μένει, και η %2 είναι ακόμη στο %3.</translation>
    </message>
    <message>
        <source>The statement was done and stays, but the log could not be told. Running the step again looks whether an index was made or dropped; any other statement is run again.</source>
        <translation>Η εντολή εκτελέστηκε και μένει, αλλά δεν σημειώθηκε στο ημερολόγιο. Μια νέα εκτέλεση του βήματος εξετάζει αν έγινε ή αφαιρέθηκε ένα ευρετήριο· κάθε άλλη εντολή εκτελείται ξανά.</translation>
    </message>
    <message>
        <source>Stopped inside %1, which is no transaction: what it did before stays, and %2 is still at %3.</source>
        <translation>Διακόπηκε μέσα στο %1, που δεν είναι συναλλαγή: ό,τι είχε κάνει μένει, και η %2 είναι ακόμη στο %3.</translation>
    </message>
    <message>
        <source>Building the index %1 stops everybody from writing to %2 until it is done.</source>
        <translation>Η κατασκευή του ευρετηρίου %1 σταματά κάθε εγγραφή στον πίνακα %2 ώσπου να τελειώσει.</translation>
    </message>
    <message>
        <source>Use CREATE INDEX CONCURRENTLY, in a revision of its own whose section says transaction:false.</source>
        <translation>CREATE INDEX CONCURRENTLY, σε δική του αναθεώρηση, με transaction:false στην ενότητά της.</translation>
    </message>
    <message>
        <source>The key %1 builds its index while nobody can read or write %2.</source>
        <translation>Το κλειδί %1 φτιάχνει το ευρετήριό του ενώ κανείς δεν διαβάζει ούτε γράφει τον πίνακα %2.</translation>
    </message>
    <message>
        <source>Create a unique index CONCURRENTLY in a revision before, then ADD CONSTRAINT ... USING INDEX.</source>
        <translation>Μοναδικό ευρετήριο με CONCURRENTLY σε προηγούμενη αναθεώρηση, μετά ADD CONSTRAINT ... USING INDEX.</translation>
    </message>
    <message>
        <source>The constraint %1 reads every row of %2 under its lock.</source>
        <translation>Ο περιορισμός %1 διαβάζει κάθε γραμμή του πίνακα %2 ενώ τον κλειδώνει.</translation>
    </message>
    <message>
        <source>Add it with NOT VALID, and VALIDATE CONSTRAINT in the revision after: that leaves the table open.</source>
        <translation>Προσθήκη με NOT VALID, και VALIDATE CONSTRAINT στην επόμενη αναθεώρηση: αυτό αφήνει τον πίνακα ανοιχτό.</translation>
    </message>
    <message>
        <source>SET NOT NULL on %1 reads every row of %2 while nobody can use the table.</source>
        <translation>Το SET NOT NULL στη στήλη %1 διαβάζει κάθε γραμμή του %2 ενώ κανείς δεν χρησιμοποιεί τον πίνακα.</translation>
    </message>
    <message>
        <source>Add CHECK (%1 IS NOT NULL) NOT VALID, validate it in the revision after, then SET NOT NULL: PostgreSQL trusts the constraint.</source>
        <translation>CHECK (%1 IS NOT NULL) NOT VALID, επικύρωση στην επόμενη αναθεώρηση, μετά SET NOT NULL: η PostgreSQL εμπιστεύεται τον περιορισμό.</translation>
    </message>
    <message>
        <source>The column %1 is NOT NULL and has no default: it cannot be added once %2 has a row.</source>
        <translation>Η στήλη %1 είναι NOT NULL χωρίς προεπιλογή: δεν προστίθεται μόλις ο πίνακας %2 έχει γραμμή.</translation>
    </message>
    <message>
        <source>Give it a constant default, or add it without NOT NULL, fill it, and set NOT NULL in a later revision.</source>
        <translation>Σταθερή προεπιλογή, ή προσθήκη χωρίς NOT NULL, συμπλήρωση, και NOT NULL σε επόμενη αναθεώρηση.</translation>
    </message>
    <message>
        <source>The value of the new column %1 is computed for each row: %2 is rewritten while nobody can use it.</source>
        <translation>Η τιμή της νέας στήλης %1 υπολογίζεται για κάθε γραμμή: ο πίνακας %2 ξαναγράφεται ενώ κανείς δεν τον χρησιμοποιεί.</translation>
    </message>
    <message>
        <source>Add the column without a value, set the default in a second statement, and fill the rows that are there in portions.</source>
        <translation>Προσθήκη της στήλης χωρίς τιμή, προεπιλογή με δεύτερη εντολή, και συμπλήρωση των γραμμών τμηματικά.</translation>
    </message>
    <message>
        <source>Another type for %1 may rewrite %2 and its indexes while nobody can use it.</source>
        <translation>Άλλος τύπος για τη στήλη %1 ίσως ξαναγράψει τον πίνακα %2 και τα ευρετήριά του ενώ κανείς δεν τον χρησιμοποιεί.</translation>
    </message>
    <message>
        <source>Add a column of the new type, fill it in portions, and change over in a later revision.</source>
        <translation>Νέα στήλη με τον νέο τύπο, συμπλήρωση τμηματικά, και αλλαγή σε επόμενη αναθεώρηση.</translation>
    </message>
    <message>
        <source>%1 is dropped with all it holds, and no downgrade brings that back.</source>
        <translation>Το %1 διαγράφεται με ό,τι περιέχει, και καμία υποβάθμιση δεν το επαναφέρει.</translation>
    </message>
    <message>
        <source>Take it out of use first, back it up, and say here why it may go.</source>
        <translation>Πρώτα απόσυρση από τη χρήση και αντίγραφο ασφαλείας, και εδώ η αιτία που μπορεί να φύγει.</translation>
    </message>
    <message>
        <source>CASCADE drops whatever stands on %1, without naming it.</source>
        <translation>Το CASCADE διαγράφει ό,τι στηρίζεται στο %1, χωρίς να το ονομάζει.</translation>
    </message>
    <message>
        <source>Drop what stands on it by name, then drop it without CASCADE.</source>
        <translation>Διαγραφή με το όνομα όσων στηρίζονται σε αυτό, και μετά χωρίς CASCADE.</translation>
    </message>
    <message>
        <source>%1 is renamed: programs that use the old name fail from then on.</source>
        <translation>Το %1 μετονομάζεται: όποιο πρόγραμμα χρησιμοποιεί το παλιό όνομα αποτυγχάνει από τότε.</translation>
    </message>
    <message>
        <source>Bring the new name beside the old one (a column, a view), change the programs, and drop the old one later.</source>
        <translation>Το νέο όνομα δίπλα στο παλιό (στήλη, όψη), αλλαγή των προγραμμάτων, και διαγραφή του παλιού αργότερα.</translation>
    </message>
    <message>
        <source>Every row of %1 is changed in one transaction and stays locked until it ends.</source>
        <translation>Κάθε γραμμή του %1 αλλάζει σε μία συναλλαγή και μένει κλειδωμένη ώσπου να τελειώσει.</translation>
    </message>
    <message>
        <source>Say WHERE, or fill the rows in portions outside of a revision.</source>
        <translation>Με WHERE, ή συμπλήρωση τμηματικά έξω από αναθεώρηση.</translation>
    </message>
    <message>
        <source>The value &apos;%1&apos; is added and used in one transaction, which PostgreSQL refuses.</source>
        <translation>Η τιμή &apos;%1&apos; προστίθεται και χρησιμοποιείται σε μία συναλλαγή, κάτι που η PostgreSQL αρνείται.</translation>
    </message>
    <message>
        <source>Use the value in the revision after.</source>
        <translation>Η τιμή χρησιμοποιείται στην επόμενη αναθεώρηση.</translation>
    </message>
    <message>
        <source>Where there is another %1 already, IF NOT EXISTS passes over it in silence and the schema is not what the revision says.</source>
        <translation>Όπου υπάρχει ήδη άλλο %1, το IF NOT EXISTS το προσπερνά σιωπηλά και το σχήμα δεν είναι ό,τι λέει η αναθεώρηση.</translation>
    </message>
    <message>
        <source>Leave IF NOT EXISTS out: the version row says what was applied.</source>
        <translation>Χωρίς IF NOT EXISTS: η γραμμή έκδοσης λέει τι εφαρμόστηκε.</translation>
    </message>
    <message>
        <source>The type json of %1 has no equality: SELECT DISTINCT and GROUP BY over %2 fail.</source>
        <translation>Ο τύπος json της στήλης %1 δεν έχει ισότητα: SELECT DISTINCT και GROUP BY στον πίνακα %2 αποτυγχάνουν.</translation>
    </message>
    <message>
        <source>Use jsonb.</source>
        <translation>jsonb αντί για json.</translation>
    </message>
    <message>
        <source>The index %1 of %2 does nothing that %3 does not do as well, and every write keeps both up to date.</source>
        <translation>Το ευρετήριο %1 του πίνακα %2 δεν κάνει τίποτα που δεν κάνει και το %3, και κάθε εγγραφή ενημερώνει και τα δύο.</translation>
    </message>
    <message>
        <source>Leave %1 out.</source>
        <translation>Χωρίς το %1.</translation>
    </message>
    <message>
        <source>The name %1 is longer than 63 bytes, and PostgreSQL cuts it off.</source>
        <translation>Το όνομα %1 ξεπερνά τα 63 byte, και η PostgreSQL το κόβει.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Χρειάζεται συντομότερο όνομα.</translation>
    </message>
    <message>
        <source>With another search_path, names without a schema mean other objects than verification expects.</source>
        <translation>Με άλλο search_path, ονόματα χωρίς σχήμα σημαίνουν άλλα αντικείμενα από εκείνα που περιμένει η επαλήθευση.</translation>
    </message>
    <message>
        <source>Write the schema before the names instead.</source>
        <translation>Αντί γι&apos; αυτό, το σχήμα πριν από τα ονόματα.</translation>
    </message>
    <message>
        <source>SET %1 without LOCAL holds on for whatever runs after this revision.</source>
        <translation>Το SET %1 χωρίς LOCAL ισχύει και για ό,τι εκτελείται μετά από αυτή την αναθεώρηση.</translation>
    </message>
    <message>
        <source>Write SET LOCAL.</source>
        <translation>SET LOCAL αντί για SET.</translation>
    </message>
    <message>
        <source>The upgrade makes %1, and the downgrade does not drop it.</source>
        <translation>Η αναβάθμιση φτιάχνει: %1, και η υποβάθμιση δεν το διαγράφει.</translation>
    </message>
    <message>
        <source>Drop it in migrate:down.</source>
        <translation>Διαγραφή στο migrate:down.</translation>
    </message>
    <message>
        <source>The downgrade drops %1, which the upgrade does not make.</source>
        <translation>Η υποβάθμιση διαγράφει: %1, που η αναβάθμιση δεν φτιάχνει.</translation>
    </message>
    <message>
        <source>Leave it: a downgrade brings back what was there before.</source>
        <translation>Να μείνει: η υποβάθμιση επαναφέρει ό,τι υπήρχε πριν.</translation>
    </message>
    <message>
        <source>lint:ignore %1 gives no reason.</source>
        <translation>Το lint:ignore %1 δεν δίνει αιτία.</translation>
    </message>
    <message>
        <source>Write it behind the rule: -- lint:ignore RULE why it is right here.</source>
        <translation>Η αιτία γράφεται μετά τον κανόνα: -- lint:ignore RULE και η αιτία.</translation>
    </message>
    <message>
        <source>lint:ignore names &apos;%1&apos;, which is no rule.</source>
        <translation>Το lint:ignore ονομάζει &apos;%1&apos;, που δεν είναι κανόνας.</translation>
    </message>
    <message>
        <source>socrates-migrate lint --help lists the rules.</source>
        <translation>Το socrates-migrate lint --help δίνει τους κανόνες.</translation>
    </message>
    <message>
        <source>lint:ignore %1 has nothing to ignore here.</source>
        <translation>Το lint:ignore %1 δεν έχει τίποτα να παραβλέψει εδώ.</translation>
    </message>
    <message>
        <source>Remove the line.</source>
        <translation>Η γραμμή περισσεύει.</translation>
    </message>
    <message>
        <source>locks table</source>
        <translation>κλειδώνει πίνακα</translation>
    </message>
    <message>
        <source>rewrites table</source>
        <translation>ξαναγράφει πίνακα</translation>
    </message>
    <message>
        <source>drops data</source>
        <translation>διαγράφει δεδομένα</translation>
    </message>
    <message>
        <source>not transactional</source>
        <translation>χωρίς συναλλαγή</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Τι χρειάζεται: %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 και %2</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>Η κλειδοθήκη είναι κλειδωμένη.</translation>
    </message>
    <message>
        <source>Unlock it (it opens with the desktop&apos;s sign-in, or in its own program), or type the password for this time.</source>
        <translation>Χρειάζεται ξεκλείδωμα (ανοίγει με την είσοδο στην επιφάνεια εργασίας ή στο δικό της πρόγραμμα), ή πληκτρολόγηση του κωδικού για αυτή τη φορά.</translation>
    </message>
    <message>
        <source>The password is kept until the program ends. To keep it longer, start a keyring (GNOME Keyring or KWallet, with libsecret).</source>
        <translation>Ο κωδικός κρατιέται ώσπου να κλείσει το πρόγραμμα. Για περισσότερο χρειάζεται κλειδοθήκη (GNOME Keyring ή KWallet, με libsecret).</translation>
    </message>
    <message>
        <source>The keychain gave no answer within a minute.</source>
        <translation>Η κλειδοθήκη δεν απάντησε μέσα σε ένα λεπτό.</translation>
    </message>
    <message>
        <source>The keychain did not remove the entry.</source>
        <translation>Η κλειδοθήκη δεν διέγραψε την εγγραφή.</translation>
    </message>
    <message>
        <source>No keychain is available.</source>
        <translation>Δεν υπάρχει διαθέσιμη κλειδοθήκη.</translation>
    </message>
    <message>
        <source>A password was stored and is not to be found now: the keyring is locked, or the entry was deleted in another program.</source>
        <translation>Είχε αποθηκευτεί κωδικός και τώρα δεν βρίσκεται: η κλειδοθήκη είναι κλειδωμένη, ή η εγγραφή διαγράφηκε από άλλο πρόγραμμα.</translation>
    </message>
    <message>
        <source>a prepared transaction (see pg_prepared_xacts)</source>
        <translation>μια προετοιμασμένη συναλλαγή (βλ. pg_prepared_xacts)</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>κάποιος</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 από %2</translation>
    </message>
    <message>
        <source>%1 (revision %2)</source>
        <translation>%1 (αναθεώρηση %2)</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>διεργασία %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>από %1</translation>
    </message>
    <message>
        <source>waiting for a lock held by %1</source>
        <translation>αναμονή για κλείδωμα που κρατά: %1</translation>
    </message>
    <message>
        <source>the COMMIT waits for a synchronous standby to confirm it</source>
        <translation>το COMMIT περιμένει επιβεβαίωση από σύγχρονο standby</translation>
    </message>
    <message numerus="yes">
        <source>%n behind us in the queue: %1</source>
        <translation>
            <numerusform>%n πίσω μας στην ουρά: %1</numerusform>
            <numerusform>%n πίσω μας στην ουρά: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask %1 to let go, or a member of pg_signal_backend to help.</source>
        <translation>Το κλείδωμα μπορεί να το αφήσει ο %1· αλλιώς βοηθά μέλος του pg_signal_backend.</translation>
    </message>
    <message>
        <source>Process %1 is not there any more.</source>
        <translation>Η διεργασία %1 δεν υπάρχει πια.</translation>
    </message>
    <message>
        <source>Somebody else is migrating %1.</source>
        <translation>Κάποιος άλλος μεταφέρει τώρα την %1.</translation>
    </message>
    <message>
        <source>Wait until they are done and try again.</source>
        <translation>Αναμονή ώσπου να τελειώσει, και νέα προσπάθεια.</translation>
    </message>
    <message>
        <source>%1 is locked, so that it cannot even be read.</source>
        <translation>Το %1 είναι κλειδωμένο, ώστε ούτε να διαβάζεται.</translation>
    </message>
    <message>
        <source>Wait until they are done and try again, or end their session.</source>
        <translation>Αναμονή ώσπου να τελειώσουν και νέα προσπάθεια, ή τερματισμός της συνεδρίας τους.</translation>
    </message>
    <message>
        <source>The lock is held by %1.</source>
        <translation>Το κλείδωμα το κρατά: %1.</translation>
    </message>
    <message>
        <source>%1 was changed after it was applied to %2.</source>
        <translation>Η %1 άλλαξε αφού εφαρμόστηκε στην %2.</translation>
    </message>
    <message>
        <source>The file no longer says what was run, so nothing is run on top of it.</source>
        <translation>Το αρχείο δεν λέει πια αυτό που εκτελέστηκε, γι’ αυτό τίποτα δεν εκτελείται πάνω του.</translation>
    </message>
    <message>
        <source>socrates-migrate changed shows the difference; changed %1 --restore writes the SQL as applied back to the file, changed %1 --accept keeps the file and logs that.</source>
        <translation>Τη διαφορά δείχνει το socrates-migrate changed· το changed %1 --restore γράφει πίσω στο αρχείο το SQL όπως εφαρμόστηκε, το changed %1 --accept κρατά το αρχείο και το καταγράφει.</translation>
    </message>
    <message>
        <source>%1 is not an applied revision whose file was changed.</source>
        <translation>Η %1 δεν είναι εφαρμοσμένη αναθεώρηση με αλλαγμένο αρχείο.</translation>
    </message>
    <message>
        <source>The log does not hold the SQL as it was applied.</source>
        <translation>Το ημερολόγιο δεν έχει το SQL όπως εφαρμόστηκε.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Το αρχείο δεν διαβάζεται.</translation>
    </message>
    <message>
        <source>The file as it is could not be kept as %1.</source>
        <translation>Το αρχείο όπως είναι δεν μπόρεσε να φυλαχτεί ως %1.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Το αρχείο δεν γράφεται.</translation>
    </message>
    <message>
        <source>The file changed while it was restored; it is kept as %1.</source>
        <translation>Το αρχείο άλλαξε ενώ γινόταν η επαναφορά· φυλάχτηκε ως %1.</translation>
    </message>
    <message>
        <source>The file changed while it was restored; it is as it was.</source>
        <translation>Το αρχείο άλλαξε ενώ γινόταν η επαναφορά· έμεινε όπως ήταν.</translation>
    </message>
    <message>
        <source>This role may not write the log, and a change is accepted only in it.</source>
        <translation>Αυτός ο ρόλος δεν επιτρέπεται να γράφει στο ημερολόγιο, και μια αλλαγή γίνεται δεκτή μόνο εκεί.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no database of the project.</source>
        <translation>Η «%1» δεν είναι βάση του έργου.</translation>
    </message>
    <message>
        <source>The databases are: %1.</source>
        <translation>Οι βάσεις είναι: %1.</translation>
    </message>
    <message>
        <source>Expectations stand outside a database.</source>
        <translation>Προσδοκίες έξω από βάση.</translation>
    </message>
    <message>
        <source>Put them below a heading &apos;### Database: NAME&apos;.</source>
        <translation>Η θέση τους είναι κάτω από τίτλο &apos;### Database: ΟΝΟΜΑ&apos;.</translation>
    </message>
    <message>
        <source>A list of columns does not say of which table.</source>
        <translation>Μια λίστα στηλών δεν λέει ποιου πίνακα είναι.</translation>
    </message>
    <message>
        <source>Put a code block with &apos;\d TABLE&apos; above it.</source>
        <translation>Από πάνω της μπαίνει μπλοκ κώδικα με &apos;\d ΠΙΝΑΚΑΣ&apos;.</translation>
    </message>
    <message>
        <source>&apos;Expected %1&apos; is not understood.</source>
        <translation>Το &apos;Expected %1&apos; δεν αναγνωρίζεται.</translation>
    </message>
    <message>
        <source>A checklist has &apos;Expected tables&apos; and &apos;Expected columns&apos;.</source>
        <translation>Μια λίστα ελέγχου έχει &apos;Expected tables&apos; και &apos;Expected columns&apos;.</translation>
    </message>
    <message>
        <source>Nothing is listed here.</source>
        <translation>Εδώ δεν αναφέρεται τίποτα.</translation>
    </message>
    <message>
        <source>List the names below, each line beginning with &apos;- &apos;.</source>
        <translation>Τα ονόματα μπαίνουν από κάτω, κάθε γραμμή αρχίζει με &apos;- &apos;.</translation>
    </message>
    <message>
        <source>This entry belongs to no list.</source>
        <translation>Αυτή η εγγραφή δεν ανήκει σε λίστα.</translation>
    </message>
    <message>
        <source>Put &apos;**Expected tables:**&apos; above it.</source>
        <translation>Από πάνω της μπαίνει &apos;**Expected tables:**&apos;.</translation>
    </message>
    <message>
        <source>A table is listed without a box.</source>
        <translation>Ένας πίνακας αναφέρεται χωρίς τετραγωνάκι.</translation>
    </message>
    <message>
        <source>Write &apos;- [x] %1&apos;.</source>
        <translation>Γράφεται &apos;- [x] %1&apos;.</translation>
    </message>
    <message>
        <source>&apos;[%1]&apos; is not understood.</source>
        <translation>Το &apos;[%1]&apos; δεν αναγνωρίζεται.</translation>
    </message>
    <message>
        <source>&apos;[x]&apos; means expected, &apos;[ ]&apos; not expected.</source>
        <translation>Το &apos;[x]&apos; σημαίνει αναμενόμενο, το &apos;[ ]&apos; όχι.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a name.</source>
        <translation>Το &apos;%1&apos; δεν είναι όνομα.</translation>
    </message>
    <message>
        <source>One table a line; remarks go into parentheses.</source>
        <translation>Ένας πίνακας ανά γραμμή· οι παρατηρήσεις σε παρενθέσεις.</translation>
    </message>
    <message>
        <source>Separate columns with commas; remarks go into parentheses.</source>
        <translation>Οι στήλες χωρίζονται με κόμματα· οι παρατηρήσεις σε παρενθέσεις.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is listed twice.</source>
        <translation>Το &apos;%1&apos; αναφέρεται δύο φορές.</translation>
    </message>
    <message>
        <source>List it once.</source>
        <translation>Αρκεί μία φορά.</translation>
    </message>
    <message>
        <source>no such table</source>
        <translation>δεν υπάρχει τέτοιος πίνακας</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>πίνακας %1</translation>
    </message>
    <message>
        <source>no such column</source>
        <translation>δεν υπάρχει τέτοια στήλη</translation>
    </message>
    <message>
        <source>table %1, owner %2</source>
        <translation>πίνακας %1, ιδιοκτήτης %2</translation>
    </message>
    <message>
        <source>There is no private server to make a copy on.</source>
        <translation>Δεν υπάρχει ιδιωτικός διακομιστής για αντίγραφο.</translation>
    </message>
    <message>
        <source>Start it, or rehearse on the real databases.</source>
        <translation>Εκκίνησή του, ή πρόβα στις πραγματικές βάσεις.</translation>
    </message>
    <message>
        <source>The copy is on PostgreSQL %1, the real one on %2.</source>
        <translation>Το αντίγραφο είναι σε PostgreSQL %1, η πραγματική βάση σε %2.</translation>
    </message>
    <message numerus="yes">
        <source>The structure of %1 was made anew by its %n applied revision(s), without rows.</source>
        <translation>
            <numerusform>Η δομή της %1 φτιάχτηκε από την αρχή, από %n εφαρμοσμένη αναθεώρηση, χωρίς γραμμές.</numerusform>
            <numerusform>Η δομή της %1 φτιάχτηκε από την αρχή, από τις %n εφαρμοσμένες αναθεωρήσεις της, χωρίς γραμμές.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The real database differs from that in %n object(s), which the copy does not show.</source>
        <translation>
            <numerusform>Η πραγματική βάση διαφέρει σε %n αντικείμενο, που το αντίγραφο δεν δείχνει.</numerusform>
            <numerusform>Η πραγματική βάση διαφέρει σε %n αντικείμενα, που το αντίγραφο δεν δείχνει.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 would not be what its revisions say.</source>
        <translation>Η %1 δεν θα ήταν αυτό που λένε οι αναθεωρήσεις της.</translation>
    </message>
    <message>
        <source>The differences are listed.</source>
        <translation>Οι διαφορές αναφέρονται.</translation>
    </message>
    <message>
        <source>The version table is not one to trust: %1.</source>
        <translation>Ο πίνακας εκδόσεων δεν είναι αξιόπιστος: %1.</translation>
    </message>
    <message>
        <source>%1.alembic_version, owned by %2</source>
        <translation>%1.alembic_version, ιδιοκτήτης %2</translation>
    </message>
    <message>
        <source>The downgrade of %1 was interrupted after statement %2, on %3; it is not transactional, so those statements stand. Running it again goes on at statement %4.</source>
        <translation>Η υποβάθμιση της %1 διακόπηκε μετά την εντολή %2, στις %3· δεν είναι συναλλαγή, άρα αυτές οι εντολές έμειναν. Νέα εκτέλεση συνεχίζει από την εντολή %4.</translation>
    </message>
    <message>
        <source>The upgrade of %1 was interrupted after statement %2, on %3; it is not transactional, so those statements stand. Running it again goes on at statement %4.</source>
        <translation>Η αναβάθμιση της %1 διακόπηκε μετά την εντολή %2, στις %3· δεν είναι συναλλαγή, άρα αυτές οι εντολές έμειναν. Νέα εκτέλεση συνεχίζει από την εντολή %4.</translation>
    </message>
    <message>
        <source>Anyone may create tables in the schema public (PostgreSQL %1 allows it unless it is revoked).</source>
        <translation>Οποιοσδήποτε μπορεί να δημιουργεί πίνακες στο σχήμα public (η PostgreSQL %1 το επιτρέπει, αν δεν ανακληθεί).</translation>
    </message>
    <message>
        <source>The index %1 is INVALID: an interrupted CREATE INDEX CONCURRENTLY left it. Drop it: DROP INDEX CONCURRENTLY %1;</source>
        <translation>Το ευρετήριο %1 είναι INVALID: το άφησε ένα CREATE INDEX CONCURRENTLY που διακόπηκε. Διαγράφεται με DROP INDEX CONCURRENTLY %1;</translation>
    </message>
    <message>
        <source>The schema of %1 is not as it was before: somebody else changed it meanwhile.</source>
        <translation>Το σχήμα της %1 δεν είναι όπως πριν: κάποιος άλλος το άλλαξε στο μεταξύ.</translation>
    </message>
    <message>
        <source>Line %1 uses a value that %2 adds to an enum, which can be used only when that is committed.</source>
        <translation>Η γραμμή %1 χρησιμοποιεί τιμή που η %2 προσθέτει σε enum, και αυτή χρησιμοποιείται μόνο αφού εκείνη οριστικοποιηθεί.</translation>
    </message>
    <message>
        <source>uses %1</source>
        <translation>χρησιμοποιεί %1</translation>
    </message>
    <message>
        <source>makes a temporary object</source>
        <translation>φτιάχνει προσωρινό αντικείμενο</translation>
    </message>
    <message>
        <source>%1 runs outside a transaction, so this run cannot be one transaction.</source>
        <translation>Η %1 εκτελείται έξω από συναλλαγή, άρα αυτή η εκτέλεση δεν μπορεί να είναι μία συναλλαγή.</translation>
    </message>
    <message>
        <source>Run it with each step in its own transaction (--mode each), or up to the revision before it.</source>
        <translation>Εκτέλεση με κάθε βήμα σε δική του συναλλαγή (--mode each), ή ως την αναθεώρηση πριν από αυτή.</translation>
    </message>
    <message>
        <source>The databases require each other in turns, so neither can be committed as a whole before the other.</source>
        <translation>Οι βάσεις απαιτούν η μία την άλλη εναλλάξ, άρα καμία δεν οριστικοποιείται ολόκληρη πριν από την άλλη.</translation>
    </message>
    <message>
        <source>Use the mode for both databases or neither (--mode both).</source>
        <translation>Χρειάζεται ο τρόπος «και οι δύο βάσεις ή καμία» (--mode both).</translation>
    </message>
    <message>
        <source>%1 lets this role keep no log, where the decision is recorded</source>
        <translation>η %1 δεν αφήνει αυτόν τον ρόλο να κρατά ημερολόγιο, όπου γράφεται η απόφαση</translation>
    </message>
    <message>
        <source>the server of %1 does not say who it is</source>
        <translation>ο διακομιστής της %1 δεν λέει ποιος είναι</translation>
    </message>
    <message>
        <source>%1 %2 %3, which cannot be prepared</source>
        <translation>η %1 %2 %3, και αυτό δεν προετοιμάζεται</translation>
    </message>
    <message>
        <source>the server of %1 allows no prepared transactions (max_prepared_transactions is 0)</source>
        <translation>ο διακομιστής της %1 δεν επιτρέπει προετοιμασμένες συναλλαγές (max_prepared_transactions 0)</translation>
    </message>
    <message>
        <source>the name of the prepared transaction would be too long</source>
        <translation>το όνομα της προετοιμασμένης συναλλαγής θα ήταν πολύ μεγάλο</translation>
    </message>
    <message>
        <source>The connection was lost while %1 was being committed, and the server cannot be asked yet.</source>
        <translation>Η σύνδεση χάθηκε στη διάρκεια του COMMIT της %1, και ο διακομιστής δεν μπορεί ακόμη να ερωτηθεί.</translation>
    </message>
    <message>
        <source>Look at the status when the server is back.</source>
        <translation>Όταν επιστρέψει ο διακομιστής, θέλει έλεγχο η κατάσταση.</translation>
    </message>
    <message>
        <source>Whether %1 was committed is not known yet.</source>
        <translation>Δεν είναι ακόμη γνωστό αν οριστικοποιήθηκε η %1.</translation>
    </message>
    <message>
        <source>%1 was not committed: it is as it was before the run.</source>
        <translation>Η %1 δεν οριστικοποιήθηκε: είναι όπως πριν από την εκτέλεση.</translation>
    </message>
    <message>
        <source>Upgrade again to finish %1, or downgrade what stands.</source>
        <translation>Νέα αναβάθμιση για να τελειώσει η %1, ή υποβάθμιση όσων έμειναν.</translation>
    </message>
    <message>
        <source>Only a half stands, that of: %1.</source>
        <translation>Έμεινε μόνο το μισό, αυτό των: %1.</translation>
    </message>
    <message>
        <source>The other half is prepared and waits: when the server is back, socrates-migrate recover commits it or rolls it back, as this one went.</source>
        <translation>Το άλλο μισό είναι προετοιμασμένο και περιμένει: όταν επιστρέψει ο διακομιστής, το socrates-migrate recover το οριστικοποιεί ή το αναιρεί, όπως έγινε με αυτό.</translation>
    </message>
    <message>
        <source>%1 is prepared and could not be rolled back yet: socrates-migrate recover does it.</source>
        <translation>Η %1 είναι προετοιμασμένη και δεν μπόρεσε ακόμη να αναιρεθεί: το κάνει το socrates-migrate recover.</translation>
    </message>
    <message>
        <source>%1 is committed; %2 is prepared and decided, but could not be told yet.</source>
        <translation>Η %1 οριστικοποιήθηκε· η %2 είναι προετοιμασμένη και αποφασισμένη, αλλά δεν μπόρεσε ακόμη να ειδοποιηθεί.</translation>
    </message>
    <message>
        <source>Nothing is lost: socrates-migrate recover commits it when the server can be reached.</source>
        <translation>Τίποτα δεν χάθηκε: το socrates-migrate recover την οριστικοποιεί όταν ο διακομιστής είναι προσιτός.</translation>
    </message>
    <message>
        <source>A value added to an enum can be used once its transaction is committed: run these revisions with each step in its own transaction.</source>
        <translation>Μια τιμή που προστίθεται σε enum χρησιμοποιείται αφού οριστικοποιηθεί η συναλλαγή της: εκτέλεση αυτών των αναθεωρήσεων με κάθε βήμα σε δική του συναλλαγή.</translation>
    </message>
    <message>
        <source>Somebody else moved %1 while this was planned.</source>
        <translation>Κάποιος άλλος μετακίνησε την %1 όσο γινόταν το σχέδιο.</translation>
    </message>
    <message>
        <source>Nothing was run on top of it. Look at the status and plan again.</source>
        <translation>Τίποτα δεν εκτελέστηκε πάνω σε αυτό. Θέλει έλεγχο η κατάσταση και νέο σχέδιο.</translation>
    </message>
    <message>
        <source>%1 would not be what its revisions say, so nothing was committed.</source>
        <translation>Η %1 δεν θα ήταν αυτό που λένε οι αναθεωρήσεις της, γι’ αυτό τίποτα δεν οριστικοποιήθηκε.</translation>
    </message>
    <message>
        <source>The differences are listed: mend the database or the revisions, then run again.</source>
        <translation>Οι διαφορές αναφέρονται: διόρθωση της βάσης ή των αναθεωρήσεων, και νέα εκτέλεση.</translation>
    </message>
    <message>
        <source>The server&apos;s COPY ended in the middle.</source>
        <translation>Το COPY του διακομιστή σταμάτησε στη μέση.</translation>
    </message>
    <message>
        <source>The server sends %1 in another order than expected, so nothing can be said about its partners.</source>
        <translation>Ο διακομιστής στέλνει το %1 με άλλη σειρά από την αναμενόμενη, άρα τίποτα δεν μπορεί να ειπωθεί για τα ταίρια του.</translation>
    </message>
    <message>
        <source>The step was rolled back and changed nothing.</source>
        <translation>Το βήμα αναιρέθηκε και δεν άλλαξε τίποτα.</translation>
    </message>
    <message>
        <source>Alembic&apos;s version table holds at most 32 characters: give the revision a shorter id.</source>
        <translation>Ο πίνακας εκδόσεων του Alembic χωρά το πολύ 32 χαρακτήρες: η αναθεώρηση χρειάζεται συντομότερο αναγνωριστικό.</translation>
    </message>
    <message>
        <source>Somebody else moved %1 while this was planned: its version table now holds %2.</source>
        <translation>Κάποιος άλλος μετακίνησε την %1 όσο γινόταν το σχέδιο: ο πίνακας εκδόσεών της έχει τώρα %2.</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>καμία γραμμή</translation>
    </message>
    <message>
        <source>The connection was lost while this step was being committed, and the server cannot be asked yet.</source>
        <translation>Η σύνδεση χάθηκε στη διάρκεια του COMMIT αυτού του βήματος, και ο διακομιστής δεν μπορεί ακόμη να ερωτηθεί.</translation>
    </message>
    <message>
        <source>Look at the status when the server is back: it shows whether the step was applied.</source>
        <translation>Όταν επιστρέψει ο διακομιστής, η κατάσταση δείχνει αν εφαρμόστηκε το βήμα.</translation>
    </message>
    <message>
        <source>This step needs a direct connection: a pooler stands between.</source>
        <translation>Αυτό το βήμα χρειάζεται απευθείας σύνδεση: παρεμβάλλεται pooler.</translation>
    </message>
    <message>
        <source>Behind a pooler in transaction mode a session lock protects nobody.</source>
        <translation>Πίσω από pooler σε λειτουργία συναλλαγών ένα κλείδωμα συνεδρίας δεν προστατεύει κανέναν.</translation>
    </message>
    <message>
        <source>Give the port of PostgreSQL itself.</source>
        <translation>Χρειάζεται η θύρα της ίδιας της PostgreSQL.</translation>
    </message>
    <message>
        <source>The index %1 is invalid: running the step again drops what it left itself; anything else is dropped with DROP INDEX CONCURRENTLY %1.</source>
        <translation>Το ευρετήριο %1 δεν είναι έγκυρο: νέα εκτέλεση του βήματος διαγράφει ό,τι άφησε το ίδιο· οτιδήποτε άλλο διαγράφεται με DROP INDEX CONCURRENTLY %1.</translation>
    </message>
    <message>
        <source>%1 was interrupted after statement %2, and its file was changed since.</source>
        <translation>Η %1 διακόπηκε μετά την εντολή %2, και το αρχείο της άλλαξε από τότε.</translation>
    </message>
    <message>
        <source>Restore the file as it was run (the log holds it), finish the step, and make the change in a new revision.</source>
        <translation>Επαναφορά του αρχείου όπως εκτελέστηκε (το έχει το ημερολόγιο), ολοκλήρωση του βήματος, και η αλλαγή σε νέα αναθεώρηση.</translation>
    </message>
    <message>
        <source>Statements 1 to %1 of this step are done; whether this one was done is looked up when the upgrade is run again, and it goes on there.</source>
        <translation>Οι εντολές 1 ως %1 αυτού του βήματος έγιναν· αν έγινε κι αυτή, ελέγχεται στην επόμενη αναβάθμιση, που συνεχίζει από εκεί.</translation>
    </message>
    <message>
        <source>The statement was done and stays; the note of it in the log is what failed. Running the step again goes on after it.</source>
        <translation>Η εντολή εκτελέστηκε και μένει· απέτυχε μόνο η σημείωσή της στο ημερολόγιο. Μια νέα εκτέλεση του βήματος συνεχίζει μετά από αυτήν.</translation>
    </message>
    <message numerus="yes">
        <source>The step is not transactional: %1 of its %n statement(s) are done and stay; running it again goes on at this one.</source>
        <translation>
            <numerusform>Το βήμα δεν είναι συναλλαγή: %1 από %n εντολή του έγινε και μένει· νέα εκτέλεση συνεχίζει από αυτή.</numerusform>
            <numerusform>Το βήμα δεν είναι συναλλαγή: %1 από τις %n εντολές του έγιναν και μένουν· νέα εκτέλεση συνεχίζει από αυτή.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows could not be written to %1.</source>
        <translation>Οι γραμμές δεν μπόρεσαν να γραφτούν στο %1.</translation>
    </message>
    <message>
        <source>Choose another, empty folder with enough room.</source>
        <translation>Χρειάζεται άλλος, άδειος φάκελος με αρκετό χώρο.</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>Υπάρχει ήδη αρχείο με αυτό το όνομα.</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Ο φάκελος δεν δημιουργείται.</translation>
    </message>
    <message>
        <source>foreign key %1 stands on %2</source>
        <translation>το ξένο κλειδί %1 στηρίζεται στον πίνακα %2</translation>
    </message>
    <message>
        <source>view %1 stands on %2</source>
        <translation>η όψη %1 στηρίζεται στον πίνακα %2</translation>
    </message>
    <message>
        <source>materialized view %1 stands on %2</source>
        <translation>η υλοποιημένη όψη %1 στηρίζεται στον πίνακα %2</translation>
    </message>
    <message>
        <source>cascades from %1</source>
        <translation>αλυσιδωτά από τον πίνακα %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>περίπου %1</translation>
    </message>
    <message>
        <source>an unknown number of values of %1</source>
        <translation>άγνωστος αριθμός τιμών του %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s) of %2</source>
        <translation>
            <numerusform>%1 τιμή του %2</numerusform>
            <numerusform>%1 τιμές του %2</numerusform>
        </translation>
    </message>
    <message>
        <source>an unknown number of %1</source>
        <comment>rows of a table</comment>
        <translation>άγνωστος αριθμός γραμμών του %1</translation>
    </message>
    <message>
        <source>an unknown number of rows of %1</source>
        <translation>άγνωστος αριθμός γραμμών του %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, rows of a table</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) of %2</source>
        <translation>
            <numerusform>%1 γραμμή του %2</numerusform>
            <numerusform>%1 γραμμές του %2</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>το πολύ %1</translation>
    </message>
    <message>
        <source>No rows will be deleted.</source>
        <translation>Δεν θα διαγραφεί καμία γραμμή.</translation>
    </message>
    <message>
        <source>%1 will be deleted.</source>
        <translation>Θα διαγραφούν: %1.</translation>
    </message>
    <message>
        <source>%1 is not at its head, so that what it has beyond the head cannot be told.</source>
        <translation>Η %1 δεν είναι στην κορυφή της, ώστε να φανεί τι έχει πέρα από αυτήν.</translation>
    </message>
    <message>
        <source>Upgrade it first.</source>
        <translation>Πρώτα χρειάζεται αναβάθμιση.</translation>
    </message>
    <message>
        <source>%1 is what its revisions say: there is nothing to take over.</source>
        <translation>Η %1 είναι αυτό που λένε οι αναθεωρήσεις της: δεν υπάρχει τίποτα να μεταφερθεί.</translation>
    </message>
    <message>
        <source>The schema is the same before and after, so no downgrade can be derived.</source>
        <translation>Το σχήμα είναι ίδιο πριν και μετά, άρα δεν προκύπτει υποβάθμιση.</translation>
    </message>
    <message>
        <source>A part of it cannot be undone by derived SQL.</source>
        <translation>Ένα μέρος της δεν αναιρείται με SQL που προκύπτει μόνο του.</translation>
    </message>
    <message>
        <source>Write the downgrade (--down FILE), or say why there is none (--irreversible REASON).</source>
        <translation>Η υποβάθμιση γράφεται (--down ΑΡΧΕΙΟ), ή λέγεται γιατί δεν υπάρχει (--irreversible ΛΟΓΟΣ).</translation>
    </message>
    <message>
        <source>%1 with more than %2 values</source>
        <translation>%1 με πάνω από %2 τιμές</translation>
    </message>
    <message>
        <source>%1 with more than %2 rows</source>
        <translation>%1 με πάνω από %2 γραμμές</translation>
    </message>
    <message>
        <source>%1, which holds nothing</source>
        <translation>%1, χωρίς περιεχόμενο</translation>
    </message>
    <message>
        <source>%1, which is empty</source>
        <translation>%1, χωρίς γραμμές</translation>
    </message>
    <message numerus="yes">
        <source>%1 with %n value(s)</source>
        <translation>
            <numerusform>%1 με %n τιμή</numerusform>
            <numerusform>%1 με %n τιμές</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with %n row(s)</source>
        <translation>
            <numerusform>%1 με %n γραμμή</numerusform>
            <numerusform>%1 με %n γραμμές</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n ακόμη</numerusform>
            <numerusform>%n ακόμη</numerusform>
        </translation>
    </message>
    <message>
        <source>Left alone: %1.</source>
        <translation>Μένουν ως έχουν: %1.</translation>
    </message>
    <message>
        <source>stamp %1</source>
        <translation>σφράγιση %1</translation>
    </message>
    <message>
        <source>make it as the revision says</source>
        <translation>διόρθωση όπως λέει η αναθεώρηση</translation>
    </message>
    <message>
        <source>make it as the revision says, then stamp %1</source>
        <translation>διόρθωση όπως λέει η αναθεώρηση, μετά σφράγιση %1</translation>
    </message>
    <message>
        <source>create what is missing</source>
        <translation>δημιουργία όσων λείπουν</translation>
    </message>
    <message>
        <source>create what is missing, then stamp %1</source>
        <translation>δημιουργία όσων λείπουν, μετά σφράγιση %1</translation>
    </message>
    <message>
        <source>make it exactly as the revision says</source>
        <translation>διόρθωση ακριβώς όπως λέει η αναθεώρηση</translation>
    </message>
    <message>
        <source>make it exactly as the revision says, then stamp %1</source>
        <translation>διόρθωση ακριβώς όπως λέει η αναθεώρηση, μετά σφράγιση %1</translation>
    </message>
    <message>
        <source>remove what no revision made</source>
        <translation>διαγραφή όσων δεν έφτιαξε καμία αναθεώρηση</translation>
    </message>
    <message>
        <source>remove what no revision made, then stamp %1</source>
        <translation>διαγραφή όσων δεν έφτιαξε καμία αναθεώρηση, μετά σφράγιση %1</translation>
    </message>
    <message>
        <source>what of %1 does not fit into %2</source>
        <translation>ό,τι από το %1 δεν χωρά στο %2</translation>
    </message>
    <message>
        <source>Part of it is to be done by hand: %1</source>
        <translation>Ένα μέρος γίνεται με το χέρι: %1</translation>
    </message>
    <message>
        <source>remove the misplaced tables</source>
        <translation>διαγραφή των πινάκων που είναι σε λάθος βάση</translation>
    </message>
    <message>
        <source>Nothing of %1 is here, so this looks like %2 itself: check the connection.</source>
        <translation>Δεν υπάρχει εδώ τίποτα από την %1, άρα αυτή μοιάζει να είναι η ίδια η %2: θέλει έλεγχο η σύνδεση.</translation>
    </message>
    <message>
        <source>There are rows: %1. So no removal is offered. Export them and bring them to the database they belong to first; once the tables are empty, they can be removed here.</source>
        <translation>Υπάρχουν γραμμές: %1. Γι’ αυτό δεν προτείνεται διαγραφή. Πρώτα εξάγονται και μεταφέρονται στη βάση όπου ανήκουν· όταν αδειάσουν οι πίνακες, διαγράφονται από εδώ.</translation>
    </message>
    <message>
        <source>They are empty, which is looked at once more before they go.</source>
        <translation>Είναι άδειοι· αυτό ελέγχεται ακόμη μία φορά πριν διαγραφούν.</translation>
    </message>
    <message>
        <source>This is a standby, which can only be read: connect to its primary.</source>
        <translation>Αυτός είναι standby και μόνο διαβάζεται: χρειάζεται σύνδεση στον primary του.</translation>
    </message>
    <message>
        <source>downgrade with --sql requires &lt;fromrev&gt;:&lt;torev&gt;</source>
        <translation>Υποβάθμιση με --sql χρειάζεται &lt;από&gt;:&lt;ως&gt;</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 και %n ακόμη</numerusform>
            <numerusform>%1 και %n ακόμη</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 owns %2</source>
        <translation>Στον ρόλο %1 ανήκουν: %2</translation>
    </message>
    <message>
        <source>%1 may not use the schema %2, where the tables of %3 are</source>
        <translation>Ο %1 δεν επιτρέπεται να χρησιμοποιεί το σχήμα %2, όπου είναι οι πίνακες του %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 may not read %2: it/they belong(s) to %3</source>
        <translation>
            <numerusform>Ο %1 δεν επιτρέπεται να διαβάζει το %2: ανήκει στον %3</numerusform>
            <numerusform>Ο %1 δεν επιτρέπεται να διαβάζει τα %2: ανήκουν στον %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may not write %2: it/they belong(s) to %3</source>
        <translation>
            <numerusform>Ο %1 δεν επιτρέπεται να γράφει στο %2: ανήκει στον %3</numerusform>
            <numerusform>Ο %1 δεν επιτρέπεται να γράφει στα %2: ανήκουν στον %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may not read or write %2: it/they belong(s) to %3</source>
        <translation>
            <numerusform>Ο %1 δεν επιτρέπεται ούτε να διαβάζει ούτε να γράφει το %2: ανήκει στον %3</numerusform>
            <numerusform>Ο %1 δεν επιτρέπεται ούτε να διαβάζει ούτε να γράφει τα %2: ανήκουν στον %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may not use the sequence(s) %2: it/they belong(s) to %3</source>
        <translation>
            <numerusform>Ο %1 δεν επιτρέπεται να χρησιμοποιεί την ακολουθία %2: ανήκει στον %3</numerusform>
            <numerusform>Ο %1 δεν επιτρέπεται να χρησιμοποιεί τις ακολουθίες %2: ανήκουν στον %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is working on %1 at this moment; it may be the run itself.</source>
        <translation>Κάποιος εργάζεται αυτή τη στιγμή στην %1· ίσως η ίδια η εκτέλεση.</translation>
    </message>
    <message>
        <source>The log of %1, where the decision is, may not be read.</source>
        <translation>Το ημερολόγιο της %1, όπου είναι η απόφαση, δεν επιτρέπεται να διαβαστεί.</translation>
    </message>
    <message>
        <source>%1 has committed its half of this run, so this one is to be committed.</source>
        <translation>Η %1 οριστικοποίησε το δικό της μισό αυτής της εκτέλεσης, άρα οριστικοποιείται κι αυτό.</translation>
    </message>
    <message>
        <source>%1 has not committed its half of this run, so this one is to be rolled back.</source>
        <translation>Η %1 δεν οριστικοποίησε το δικό της μισό αυτής της εκτέλεσης, άρα αναιρείται κι αυτό.</translation>
    </message>
    <message>
        <source>%1 is not transactional, and a pooler stands between here and the server.</source>
        <translation>Η %1 δεν είναι συναλλαγή, και ως τον διακομιστή παρεμβάλλεται pooler.</translation>
    </message>
    <message>
        <source>Give the port of PostgreSQL itself for this run.</source>
        <translation>Για αυτή την εκτέλεση χρειάζεται η θύρα της ίδιας της PostgreSQL.</translation>
    </message>
    <message>
        <source>Behind a pooler the session lock that keeps a second operator away protects nobody.</source>
        <translation>Πίσω από pooler το κλείδωμα συνεδρίας, που κρατά μακριά δεύτερο χειριστή, δεν προστατεύει κανέναν.</translation>
    </message>
    <message>
        <source>Can&apos;t locate revision identified by &apos;%1&apos;</source>
        <translation>Δεν βρίσκεται αναθεώρηση με αναγνωριστικό «%1»</translation>
    </message>
    <message>
        <source>The version table of database %1 holds &apos;%2&apos;, which no file of %3 has. The row was kept and nothing was run.</source>
        <translation>Ο πίνακας εκδόσεων της βάσης %1 έχει «%2», που δεν το έχει κανένα αρχείο της %3. Η γραμμή έμεινε και τίποτα δεν εκτελέστηκε.</translation>
    </message>
    <message>
        <source>Get the project folder that has this revision (another branch, a newer version), or, when the row is wrong, set it with stamp --purge after verifying what is there.</source>
        <translation>Χρειάζεται ο φάκελος του έργου που έχει αυτή την αναθεώρηση (άλλος κλάδος, νεότερη έκδοση) ή, αν η γραμμή είναι λάθος, stamp --purge αφού ελεγχθεί τι υπάρχει εκεί.</translation>
    </message>
    <message>
        <source>The version table of database %1 holds &apos;%2&apos;, which belongs to %3, not to %4. The row was kept and nothing was run.</source>
        <translation>Ο πίνακας εκδόσεων της βάσης %1 έχει «%2», που ανήκει στην %3, όχι στην %4. Η γραμμή έμεινε και τίποτα δεν εκτελέστηκε.</translation>
    </message>
    <message>
        <source>Check that the connection of %1 does not lead to the database of %2.</source>
        <translation>Θέλει έλεγχο μήπως η σύνδεση της %1 οδηγεί στη βάση της %2.</translation>
    </message>
    <message>
        <source>In %1 a half of a run on both databases is prepared and waits for its end.</source>
        <translation>Στην %1 ένα μισό μιας εκτέλεσης και στις δύο βάσεις είναι προετοιμασμένο και περιμένει το τέλος του.</translation>
    </message>
    <message>
        <source>When no run is under way any more, socrates-migrate recover looks up whether it is to be committed or rolled back.</source>
        <translation>Όταν δεν τρέχει πια καμία εκτέλεση, το socrates-migrate recover βρίσκει αν οριστικοποιείται ή αναιρείται.</translation>
    </message>
    <message>
        <source>%1 is a standby and can only be read.</source>
        <translation>Ο %1 είναι standby και μόνο διαβάζεται.</translation>
    </message>
    <message>
        <source>Connect to the primary; several hosts with target_session_attrs=read-write find it.</source>
        <translation>Χρειάζεται σύνδεση στον primary· τον βρίσκουν πολλοί υπολογιστές με target_session_attrs=read-write.</translation>
    </message>
    <message>
        <source>Two targets are given for %1: &apos;%2&apos; and &apos;%3&apos;.</source>
        <translation>Για την %1 δόθηκαν δύο στόχοι: «%2» και «%3».</translation>
    </message>
    <message>
        <source>%1 is not connected.</source>
        <translation>Η %1 δεν είναι συνδεδεμένη.</translation>
    </message>
    <message>
        <source>Give its connection too: --url %1=URI.</source>
        <translation>Χρειάζεται και η σύνδεσή της: --url %1=URI.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not say which database it is for.</source>
        <translation>Το «%1» δεν λέει για ποια βάση είναι.</translation>
    </message>
    <message>
        <source>Write it as %1@%2.</source>
        <translation>Γράφεται ως %1@%2.</translation>
    </message>
    <message>
        <source>socrates-migrate history lists the revisions of the project.</source>
        <translation>Το socrates-migrate history δείχνει τις αναθεωρήσεις του έργου.</translation>
    </message>
    <message>
        <source>%1 of %2 requires %3@%4, %5.</source>
        <translation>Η %1 της %2 απαιτεί %3@%4, %5.</translation>
    </message>
    <message>
        <source>and %1 is not connected</source>
        <translation>και η %1 δεν είναι συνδεδεμένη</translation>
    </message>
    <message>
        <source>Connect %1 as well.</source>
        <translation>Χρειάζεται σύνδεση και της %1.</translation>
    </message>
    <message>
        <source>which is neither applied nor part of this upgrade</source>
        <translation>που ούτε εφαρμόστηκε ούτε είναι μέρος αυτής της αναβάθμισης</translation>
    </message>
    <message>
        <source>Upgrade %1 to %2 as well.</source>
        <translation>Χρειάζεται αναβάθμιση και της %1 σε %2.</translation>
    </message>
    <message>
        <source>%1 is not connected, so whether it still stands on %2@%3 was not looked at.</source>
        <translation>Η %1 δεν είναι συνδεδεμένη, γι’ αυτό δεν ελέγχθηκε αν στηρίζεται ακόμη στο %2@%3.</translation>
    </message>
    <message>
        <source>and is applied</source>
        <translation>και είναι εφαρμοσμένη</translation>
    </message>
    <message>
        <source>Downgrade %1 below %2 first, or both together.</source>
        <translation>Πρώτα υποβάθμιση της %1 κάτω από %2, ή και των δύο μαζί.</translation>
    </message>
    <message>
        <source>The revisions require each other across databases in a circle.</source>
        <translation>Οι αναθεωρήσεις απαιτούν η μία την άλλη κυκλικά ανάμεσα στις βάσεις.</translation>
    </message>
    <message>
        <source>Remove one of the requires lines.</source>
        <translation>Μία από τις γραμμές requires πρέπει να φύγει.</translation>
    </message>
    <message>
        <source>%1: nothing to do, it is already at or beyond &apos;%2&apos;.</source>
        <translation>%1: καμία ενέργεια, είναι ήδη στο «%2» ή πιο πάνω.</translation>
    </message>
    <message>
        <source>%1: nothing to do, it is already at or below &apos;%2&apos;.</source>
        <translation>%1: καμία ενέργεια, είναι ήδη στο «%2» ή πιο κάτω.</translation>
    </message>
    <message>
        <source>%1 cannot be downgraded: %2</source>
        <translation>Η %1 δεν υποβαθμίζεται: %2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>λείπει: %1</translation>
    </message>
    <message>
        <source>%1 is extra</source>
        <translation>περισσεύει: %1</translation>
    </message>
    <message>
        <source>%1 is different</source>
        <translation>διαφέρει: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more difference(s)</source>
        <translation>
            <numerusform>%n ακόμη διαφορά</numerusform>
            <numerusform>%n ακόμη διαφορές</numerusform>
        </translation>
    </message>
    <message>
        <source>empty</source>
        <translation>άδεια</translation>
    </message>
    <message>
        <source>exactly %1</source>
        <translation>ακριβώς %1</translation>
    </message>
    <message>
        <source>%1 by its version row, %2 by its tables</source>
        <translation>%1 κατά τη γραμμή έκδοσης, %2 κατά τους πίνακες</translation>
    </message>
    <message>
        <source>%1 but %2</source>
        <translation>%1, αλλά %2</translation>
    </message>
    <message>
        <source>nothing of this lineage is in it: %1</source>
        <translation>δεν έχει τίποτα από αυτό το ιστορικό: %1</translation>
    </message>
    <message>
        <source>no version row says so</source>
        <translation>καμία γραμμή έκδοσης δεν το λέει</translation>
    </message>
    <message>
        <source>its version row says %1</source>
        <translation>η γραμμή έκδοσής της λέει %1</translation>
    </message>
    <message>
        <source>its version row %1 belongs to %2</source>
        <translation>η γραμμή έκδοσης %1 ανήκει στην %2</translation>
    </message>
    <message>
        <source>its version row %1 is in no file</source>
        <translation>η γραμμή έκδοσης %1 δεν είναι σε κανένα αρχείο</translation>
    </message>
    <message numerus="yes">
        <source>both plans mixed: %1 belong(s) to %2</source>
        <translation>
            <numerusform>ανακατεμένα δύο σχέδια: %1 ανήκει στην %2</numerusform>
            <numerusform>ανακατεμένα δύο σχέδια: %1 ανήκουν στην %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The rehearsal was stopped. Everything was rolled back; nothing was changed.</source>
        <translation>Η πρόβα διακόπηκε. Όλα αναιρέθηκαν· τίποτα δεν άλλαξε.</translation>
    </message>
    <message>
        <source>The rehearsal was stopped at its cap of %1 s. Everything was rolled back; nothing was changed.</source>
        <translation>Η πρόβα διακόπηκε στο όριό της των %1 δευτ. Όλα αναιρέθηκαν· τίποτα δεν άλλαξε.</translation>
    </message>
    <message>
        <source>Its locks last until its end, so it is not given longer by itself: allow more time, or rehearse on a copy.</source>
        <translation>Τα κλειδώματά της κρατούν ως το τέλος, γι’ αυτό δεν παίρνει μόνη της περισσότερο χρόνο: περισσότερος χρόνος με απόφαση, ή πρόβα σε αντίγραφο.</translation>
    </message>
    <message>
        <source>calls %1</source>
        <translation>καλεί %1</translation>
    </message>
    <message>
        <source>copies to a file or a program</source>
        <translation>αντιγράφει σε αρχείο ή πρόγραμμα</translation>
    </message>
    <message>
        <source>%1 (line %2) runs outside transactions, so it could not be rolled back.</source>
        <translation>Το %1 (γραμμή %2) εκτελείται έξω από συναλλαγές, άρα δεν θα μπορούσε να αναιρεθεί.</translation>
    </message>
    <message>
        <source>It runs outside a transaction (transaction:false), so it could not be rolled back.</source>
        <translation>Εκτελείται έξω από συναλλαγή (transaction:false), άρα δεν θα μπορούσε να αναιρεθεί.</translation>
    </message>
    <message>
        <source>Line %1 %2, which no roll-back takes back.</source>
        <translation>Η γραμμή %1 %2, και αυτό δεν το παίρνει πίσω καμία αναίρεση.</translation>
    </message>
    <message>
        <source>It comes after %1, which cannot be rehearsed.</source>
        <translation>Έρχεται μετά το %1, που δεν γίνεται σε πρόβα.</translation>
    </message>
    <message>
        <source>It needs %1 %2 first, which cannot be rehearsed.</source>
        <translation>Χρειάζεται πρώτα %1 %2, που δεν γίνεται σε πρόβα.</translation>
    </message>
    <message>
        <source>The file is for %1, which this project does not have.</source>
        <translation>Το αρχείο είναι για την %1, που αυτό το έργο δεν έχει.</translation>
    </message>
    <message>
        <source>Nothing is left of revision %1: neither git nor a log has it.</source>
        <translation>Δεν έμεινε τίποτα από την αναθεώρηση %1: δεν την έχει ούτε το git ούτε κάποιο ημερολόγιο.</translation>
    </message>
    <message>
        <source>Ask whoever migrated the database, or see with recognise which revision its tables are and stamp that.</source>
        <translation>Ίσως ξέρει όποιος έκανε τις μεταφορές· αλλιώς το recognise λέει ποια αναθεώρηση είναι οι πίνακες, για σφράγιση εκείνης.</translation>
    </message>
    <message>
        <source>Look at alembic_version first.</source>
        <translation>Πρώτα θέλει έλεγχο το alembic_version.</translation>
    </message>
    <message>
        <source>Connect to its primary.</source>
        <translation>Χρειάζεται σύνδεση στον primary του.</translation>
    </message>
    <message>
        <source>The version table is in schema %1, which is never emptied.</source>
        <translation>Ο πίνακας εκδόσεων είναι στο σχήμα %1, που δεν αδειάζει ποτέ.</translation>
    </message>
    <message>
        <source>See the role&apos;s search_path.</source>
        <translation>Θέλει έλεγχο το search_path του ρόλου.</translation>
    </message>
    <message>
        <source>%1 of %2 is applied and requires %3@%4.</source>
        <translation>Η %1 της %2 είναι εφαρμοσμένη και απαιτεί %3@%4.</translation>
    </message>
    <message>
        <source>Reset %1 too, or downgrade it first.</source>
        <translation>Άδειασμα και της %1, ή πρώτα υποβάθμισή της.</translation>
    </message>
    <message>
        <source>Somebody else moved %1 since it was looked at.</source>
        <translation>Κάποιος άλλος μετακίνησε την %1 μετά τον έλεγχο.</translation>
    </message>
    <message>
        <source>Look again, then reset.</source>
        <translation>Νέος έλεγχος, και μετά άδειασμα.</translation>
    </message>
    <message>
        <source>Schema %1 of %2 still holds %3 objects.</source>
        <translation>Το σχήμα %1 της %2 έχει ακόμη %3 αντικείμενα.</translation>
    </message>
    <message>
        <source>Somebody made them at the same time: look again.</source>
        <translation>Κάποιος τα έφτιαξε την ίδια στιγμή: χρειάζεται νέος έλεγχος.</translation>
    </message>
    <message>
        <source>After the run the version table of %1 holds %2, not %3.</source>
        <translation>Μετά την εκτέλεση ο πίνακας εκδόσεων της %1 έχει %2, όχι %3.</translation>
    </message>
    <message>
        <source>Somebody else changed it since. Verify the schema.</source>
        <translation>Κάποιος άλλος τον άλλαξε από τότε. Χρειάζεται επαλήθευση του σχήματος.</translation>
    </message>
    <message>
        <source>Install the program again; files of it are missing or damaged.</source>
        <translation>Χρειάζεται νέα εγκατάσταση του προγράμματος· αρχεία του λείπουν ή έχουν φθαρεί.</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>έκδοση %1</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Κρυπτογράφηση</translation>
    </message>
    <message>
        <source>connections by TLS, with %1</source>
        <translation>συνδέσεις με TLS, με %1</translation>
    </message>
    <message>
        <source>this libpq does not tell whether it knows TLS</source>
        <translation>αυτή η libpq δεν λέει αν ξέρει TLS</translation>
    </message>
    <message>
        <source>Test a connection with sslmode=require, or install a libpq of 15 or newer.</source>
        <translation>Δοκιμή σύνδεσης με sslmode=require, ή εγκατάσταση libpq 15 ή νεότερης.</translation>
    </message>
    <message>
        <source>this libpq was made without TLS</source>
        <translation>αυτή η libpq φτιάχτηκε χωρίς TLS</translation>
    </message>
    <message>
        <source>Install a libpq with OpenSSL: servers that want encryption cannot be reached.</source>
        <translation>Χρειάζεται libpq με OpenSSL: οι διακομιστές που θέλουν κρυπτογράφηση δεν είναι προσιτοί.</translation>
    </message>
    <message>
        <source>Private server</source>
        <translation>Ιδιωτικός διακομιστής</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s programs are not on this machine</source>
        <translation>τα προγράμματα της PostgreSQL δεν είναι σε αυτό το μηχάνημα</translation>
    </message>
    <message>
        <source>PostgreSQL %1 in %2</source>
        <translation>PostgreSQL %1 στο %2</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Κλειδοθήκη</translation>
    </message>
    <message>
        <source>Passwords are not kept until the keyring works again.</source>
        <translation>Οι κωδικοί δεν κρατιούνται ώσπου να δουλέψει πάλι η κλειδοθήκη.</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Αναθεωρήσεις</translation>
    </message>
    <message>
        <source>the project that comes with the program is not there</source>
        <translation>το έργο που συνοδεύει το πρόγραμμα δεν υπάρχει</translation>
    </message>
    <message numerus="yes">
        <source>%n database(s)</source>
        <translation>
            <numerusform>%n βάση</numerusform>
            <numerusform>%n βάσεις</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n αναθεώρηση</numerusform>
            <numerusform>%n αναθεωρήσεις</numerusform>
        </translation>
    </message>
    <message>
        <source>an entry came back other than it was written</source>
        <translation>μια εγγραφή γύρισε αλλιώτικη από ό,τι γράφτηκε</translation>
    </message>
    <message>
        <source>Passwords are not safe there: do not save any, and report this.</source>
        <translation>Οι κωδικοί δεν είναι ασφαλείς εκεί: δεν πρέπει να αποθηκευτούν, και χρειάζεται αναφορά του σφάλματος.</translation>
    </message>
    <message>
        <source>an entry was written, read and removed</source>
        <translation>μια εγγραφή γράφτηκε, διαβάστηκε και διαγράφηκε</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Φάκελοι</translation>
    </message>
    <message>
        <source>can be written: %1</source>
        <translation>γράφονται: %1</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>δεν γράφονται: %1</translation>
    </message>
    <message>
        <source>Give this user the right to write there; settings and the private server live in them.</source>
        <translation>Αυτός ο χρήστης χρειάζεται δικαίωμα εγγραφής εκεί· εκεί ζουν οι ρυθμίσεις και ο ιδιωτικός διακομιστής.</translation>
    </message>
    <message>
        <source>The sequence %1 went on to %2 meanwhile: no roll-back takes numbers back.</source>
        <translation>Η ακολουθία %1 προχώρησε στο μεταξύ στο %2: καμία αναίρεση δεν παίρνει πίσω αριθμούς.</translation>
    </message>
    <message numerus="yes">
        <source>table(s) %1</source>
        <translation>
            <numerusform>πίνακας %1</numerusform>
            <numerusform>πίνακες %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 από %2</translation>
    </message>
    <message numerus="yes">
        <source>This looks like %1, not %2: %3 is/are there.</source>
        <translation>
            <numerusform>Αυτή μοιάζει με %1, όχι με %2: υπάρχει %3.</numerusform>
            <numerusform>Αυτή μοιάζει με %1, όχι με %2: υπάρχουν %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is mixed up with %2: %3 is/are there.</source>
        <translation>
            <numerusform>Η %1 είναι ανακατεμένη με %2: υπάρχει %3.</numerusform>
            <numerusform>Η %1 είναι ανακατεμένη με %2: υπάρχουν %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Database %1 at %2 was connected as %3. Nothing was run.</source>
        <translation>Η βάση %1 στον %2 συνδέθηκε ως %3. Τίποτα δεν εκτελέστηκε.</translation>
    </message>
    <message>
        <source>Correct the connection of %1. When the database is right and the tables are leftovers, socrates-migrate recognise says how to clear them up, and --accept-server runs all the same.</source>
        <translation>Διόρθωση της σύνδεσης της %1. Αν η βάση είναι σωστή και οι πίνακες είναι υπολείμματα, το socrates-migrate recognise λέει πώς καθαρίζονται, και με --accept-server εκτελείται παρ’ όλα αυτά.</translation>
    </message>
    <message>
        <source>%1 is not on the server where this saved connection led before.</source>
        <translation>Η %1 δεν είναι στον διακομιστή όπου οδηγούσε πριν αυτή η αποθηκευμένη σύνδεση.</translation>
    </message>
    <message>
        <source>Before: %1. Now: %2. Nothing was run.</source>
        <translation>Πριν: %1. Τώρα: %2. Τίποτα δεν εκτελέστηκε.</translation>
    </message>
    <message>
        <source>Check host, port and database of the connection. When the server was moved or replaced on purpose, --accept-server runs all the same and remembers the new one.</source>
        <translation>Θέλουν έλεγχο υπολογιστής, θύρα και βάση της σύνδεσης. Αν ο διακομιστής μεταφέρθηκε ή αντικαταστάθηκε επίτηδες, το --accept-server εκτελεί παρ’ όλα αυτά και θυμάται τον νέο.</translation>
    </message>
    <message>
        <source>%1 is not on the server that was looked at for this plan.</source>
        <translation>Η %1 δεν είναι στον διακομιστή που εξετάστηκε για αυτό το σχέδιο.</translation>
    </message>
    <message>
        <source>Its name now leads to another server: look at the status and plan again.</source>
        <translation>Το όνομά του οδηγεί τώρα σε άλλον διακομιστή: χρειάζεται έλεγχος της κατάστασης και νέο σχέδιο.</translation>
    </message>
    <message>
        <source>On this server a schema change is not undone by a rollback.</source>
        <translation>Σε αυτόν τον διακομιστή μια αλλαγή σχήματος δεν αναιρείται με ROLLBACK.</translation>
    </message>
    <message>
        <source>A trial change was rolled back and stood all the same.</source>
        <translation>Μια δοκιμαστική αλλαγή αναιρέθηκε και παρ’ όλα αυτά έμεινε.</translation>
    </message>
    <message>
        <source>A trial change and its rollback were refused: %1</source>
        <translation>Μια δοκιμαστική αλλαγή και η αναίρεσή της δεν έγιναν δεκτές: %1</translation>
    </message>
    <message>
        <source>A revision that fails in the middle would leave half of itself here, so nothing was run. Use PostgreSQL itself.</source>
        <translation>Μια αναθεώρηση που αποτυγχάνει στη μέση θα άφηνε εδώ το μισό της, γι’ αυτό τίποτα δεν εκτελέστηκε. Χρειάζεται η ίδια η PostgreSQL.</translation>
    </message>
    <message>
        <source>Nothing was run. Recognise it again.</source>
        <translation>Τίποτα δεν εκτελέστηκε. Χρειάζεται νέα αναγνώριση.</translation>
    </message>
    <message>
        <source>A table that was empty holds rows now, so nothing was removed.</source>
        <translation>Ένας πίνακας που ήταν άδειος έχει τώρα γραμμές, γι’ αυτό δεν διαγράφηκε τίποτα.</translation>
    </message>
    <message>
        <source>Somebody uses it. Export the rows and bring them to where they belong first.</source>
        <translation>Κάποιος τον χρησιμοποιεί. Πρώτα οι γραμμές εξάγονται και μεταφέρονται εκεί όπου ανήκουν.</translation>
    </message>
    <message>
        <source>%1 would not be what %2 says, so nothing was committed.</source>
        <translation>Η %1 δεν θα ήταν αυτό που λέει η %2, γι’ αυτό τίποτα δεν οριστικοποιήθηκε.</translation>
    </message>
    <message>
        <source>Recognise it again: somebody may have changed it since.</source>
        <translation>Χρειάζεται νέα αναγνώριση: ίσως κάποιος την άλλαξε από τότε.</translation>
    </message>
    <message>
        <source>The server answered COMMIT with %1: nothing was changed.</source>
        <translation>Ο διακομιστής απάντησε στο COMMIT με %1: τίποτα δεν άλλαξε.</translation>
    </message>
    <message>
        <source>There is no offer &apos;%1&apos; for %2.</source>
        <translation>Δεν υπάρχει πρόταση «%1» για την %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be carried out for %2.</source>
        <translation>Η «%1» δεν μπορεί να εκτελεστεί για την %2.</translation>
    </message>
    <message>
        <source>Recognise it again.</source>
        <translation>Χρειάζεται νέα αναγνώριση.</translation>
    </message>
    <message>
        <source>--purge empties the version table first.</source>
        <translation>Το --purge αδειάζει πρώτα τον πίνακα εκδόσεων.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 at %2, database %3</source>
        <translation>PostgreSQL %1 στον %2, βάση %3</translation>
    </message>
    <message>
        <source>A statement of the revision ended the transaction.</source>
        <translation>Μια εντολή της αναθεώρησης τερμάτισε τη συναλλαγή.</translation>
    </message>
    <message>
        <source>Remove transaction control from the revision, or mark the section transaction:false.</source>
        <translation>Ο έλεγχος συναλλαγών πρέπει να φύγει από την αναθεώρηση, ή το τμήμα να σημειωθεί με transaction:false.</translation>
    </message>
    <message>
        <source>The server answered %1 with %2.</source>
        <translation>Ο διακομιστής απάντησε στο %1 με %2.</translation>
    </message>
    <message>
        <source>alembic_version is not an ordinary table</source>
        <translation>το alembic_version δεν είναι απλός πίνακας</translation>
    </message>
    <message>
        <source>alembic_version has row-level security, which hides rows</source>
        <translation>το alembic_version έχει row-level security, που κρύβει γραμμές</translation>
    </message>
    <message>
        <source>alembic_version has a trigger</source>
        <translation>το alembic_version έχει έναυσμα</translation>
    </message>
    <message>
        <source>alembic_version has a rule</source>
        <translation>το alembic_version έχει κανόνα</translation>
    </message>
    <message>
        <source>alembic_version belongs to %1, who is neither this user, a role it belongs to, the owner of the database nor a superuser</source>
        <translation>το alembic_version ανήκει στον %1, που δεν είναι ούτε αυτός ο χρήστης, ούτε ρόλος του, ούτε ο ιδιοκτήτης της βάσης, ούτε υπερχρήστης</translation>
    </message>
    <message>
        <source>Online migration expected to match one row when deleting &apos;%1&apos; in &apos;alembic_version&apos;; %2 found</source>
        <translation>Αναμενόταν μία γραμμή κατά τη διαγραφή του «%1» από το alembic_version· βρέθηκαν %2</translation>
    </message>
    <message>
        <source>Online migration expected to match one row when updating &apos;%1&apos; to &apos;%2&apos; in &apos;alembic_version&apos;; %3 found</source>
        <translation>Αναμενόταν μία γραμμή κατά την αλλαγή του «%1» σε «%2» στο alembic_version· βρέθηκαν %3</translation>
    </message>
    <message>
        <source>Somebody changed the version table while this ran. Look at the status again.</source>
        <translation>Κάποιος άλλαξε τον πίνακα εκδόσεων στη διάρκεια της εκτέλεσης. Χρειάζεται νέος έλεγχος της κατάστασης.</translation>
    </message>
    <message>
        <source>The backup cannot be written to %1.</source>
        <translation>Το αντίγραφο ασφαλείας δεν γράφεται στο %1.</translation>
    </message>
    <message>
        <source>There are too many backups of this second.</source>
        <translation>Υπάρχουν υπερβολικά πολλά αντίγραφα αυτού του δευτερολέπτου.</translation>
    </message>
    <message>
        <source>Somebody is connected to %1.</source>
        <translation>Κάποιος είναι συνδεδεμένος στην %1.</translation>
    </message>
    <message>
        <source>End those connections, or restore into a new database.</source>
        <translation>Τερματισμός αυτών των συνδέσεων, ή επαναφορά σε νέα βάση.</translation>
    </message>
    <message>
        <source>A backup needs pg_dump %1 or newer, and it is not on this computer.</source>
        <translation>Ένα αντίγραφο χρειάζεται pg_dump %1 ή νεότερο, και δεν υπάρχει σε αυτόν τον υπολογιστή.</translation>
    </message>
    <message>
        <source>No pg_dump was found.</source>
        <translation>Δεν βρέθηκε pg_dump.</translation>
    </message>
    <message>
        <source>Found: pg_dump %1.</source>
        <translation>Βρέθηκε: pg_dump %1.</translation>
    </message>
    <message>
        <source>Install PostgreSQL %1&apos;s client programs (Debian and Ubuntu: apt install postgresql-client-%1; Windows and macOS: the installer of postgresql.org, &quot;Command Line Tools&quot;).</source>
        <translation>Χρειάζονται τα προγράμματα-πελάτες της PostgreSQL %1 (Debian και Ubuntu: apt install postgresql-client-%1· Windows και macOS: το πρόγραμμα εγκατάστασης του postgresql.org, «Command Line Tools»).</translation>
    </message>
    <message>
        <source>%1 could not be backed up.</source>
        <translation>Το αντίγραφο της %1 δεν έγινε.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Το %1 δεν γράφεται.</translation>
    </message>
    <message>
        <source>There is no backup %1.</source>
        <translation>Δεν υπάρχει αντίγραφο %1.</translation>
    </message>
    <message>
        <source>%1 does not say what is in %2.</source>
        <translation>Το %1 δεν λέει τι υπάρχει στο %2.</translation>
    </message>
    <message>
        <source>%1 could not be restored.</source>
        <translation>Η επαναφορά του %1 δεν έγινε.</translation>
    </message>
    <message>
        <source>There is a database %1 already.</source>
        <translation>Υπάρχει ήδη βάση %1.</translation>
    </message>
    <message>
        <source>Give a name that is free, or confirm that it is replaced.</source>
        <translation>Χρειάζεται ελεύθερο όνομα, ή επιβεβαίωση ότι αντικαθίσταται.</translation>
    </message>
    <message>
        <source>The connection could not be made.</source>
        <translation>Η σύνδεση δεν έγινε.</translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>Η σύνδεση με τον διακομιστή χάθηκε.</translation>
    </message>
    <message>
        <source>The statement contains a NUL character, at which the server would stop reading.</source>
        <translation>Η εντολή περιέχει χαρακτήρα NUL, όπου ο διακομιστής θα σταματούσε να διαβάζει.</translation>
    </message>
    <message>
        <source>Remove it from the file.</source>
        <translation>Πρέπει να φύγει από το αρχείο.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Ο διακομιστής δεν απάντησε εγκαίρως.</translation>
    </message>
    <message>
        <source>Check host and port, and that no firewall stands between; a server that is there refuses at once.</source>
        <translation>Θέλουν έλεγχο υπολογιστής και θύρα, και μήπως παρεμβάλλεται τείχος προστασίας· ένας διακομιστής που υπάρχει αρνείται αμέσως.</translation>
    </message>
    <message>
        <source>This is %1, not PostgreSQL.</source>
        <translation>Αυτό είναι %1, όχι PostgreSQL.</translation>
    </message>
    <message>
        <source>There a schema change is not undone by a rollback, so a revision that fails could leave half of itself.</source>
        <translation>Εκεί μια αλλαγή σχήματος δεν αναιρείται με ROLLBACK, άρα μια αναθεώρηση που αποτυγχάνει μπορεί να αφήσει το μισό της.</translation>
    </message>
    <message>
        <source>Connect to a PostgreSQL server.</source>
        <translation>Χρειάζεται διακομιστής PostgreSQL.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 is too old: version 13 or newer is needed.</source>
        <translation>Η PostgreSQL %1 είναι πολύ παλιά: χρειάζεται έκδοση 13 ή νεότερη.</translation>
    </message>
    <message>
        <source>gen_random_uuid(), which the first revision uses, is part of PostgreSQL since version 13.</source>
        <translation>Το gen_random_uuid(), που χρησιμοποιεί η πρώτη αναθεώρηση, είναι μέρος της PostgreSQL από την έκδοση 13.</translation>
    </message>
    <message>
        <source>Upgrade the server.</source>
        <translation>Ο διακομιστής χρειάζεται αναβάθμιση.</translation>
    </message>
    <message>
        <source>The link to %1 is not encrypted: what is sent can be read on the way.</source>
        <translation>Η σύνδεση με %1 δεν είναι κρυπτογραφημένη: ό,τι στέλνεται διαβάζεται στη διαδρομή.</translation>
    </message>
    <message>
        <source>The link to %1 is encrypted; that its certificate is for this name was not checked.</source>
        <translation>Η σύνδεση με %1 είναι κρυπτογραφημένη· δεν ελέγχθηκε ότι το πιστοποιητικό είναι για αυτό το όνομα.</translation>
    </message>
    <message>
        <source>The link to %1 is encrypted; that it is the right server was not checked (sslmode=verify-full does).</source>
        <translation>Η σύνδεση με %1 είναι κρυπτογραφημένη· δεν ελέγχθηκε ότι είναι ο σωστός διακομιστής (το κάνει το sslmode=verify-full).</translation>
    </message>
    <message>
        <source>COPY with STDIN or STDOUT is not possible in a revision.</source>
        <translation>COPY με STDIN ή STDOUT δεν γίνεται σε αναθεώρηση.</translation>
    </message>
    <message>
        <source>Write the rows as INSERT statements.</source>
        <translation>Οι γραμμές γράφονται ως εντολές INSERT.</translation>
    </message>
    <message>
        <source>The server no longer answers; the connection was given up.</source>
        <translation>Ο διακομιστής δεν απαντά πια· η σύνδεση εγκαταλείφθηκε.</translation>
    </message>
    <message>
        <source>The running statement could not be cancelled.</source>
        <translation>Η εντολή που τρέχει δεν μπόρεσε να ακυρωθεί.</translation>
    </message>
    <message>
        <source>PostgreSQL %1.</source>
        <translation>PostgreSQL %1.</translation>
    </message>
    <message>
        <source>In a URL, characters of a user name or password that have a meaning of their own are written as %40 for @, %2F for /, %3A for :, %3F for ?, %23 for #, %25 for % and %20 for a space. Separate fields, or asking for the password, need no such writing.</source>
        <translation>Σε URL οι χαρακτήρες χρήστη ή κωδικού με δική τους σημασία γράφονται: %40 για @, %2F για /, %3A για :, %3F για ?, %23 για #, %25 για % και %20 για κενό. Χωριστά πεδία, ή ερώτηση για τον κωδικό, δεν το χρειάζονται.</translation>
    </message>
    <message>
        <source>The URL is ambiguous: there is an @ after the first /.</source>
        <translation>Το URL είναι διφορούμενο: υπάρχει @ μετά το πρώτο /.</translation>
    </message>
    <message>
        <source>This is not a PostgreSQL URL.</source>
        <translation>Αυτό δεν είναι URL της PostgreSQL.</translation>
    </message>
    <message>
        <source>A URL looks like postgresql://user@host:5432/database.</source>
        <translation>Ένα URL έχει τη μορφή postgresql://user@host:5432/database.</translation>
    </message>
    <message>
        <source>The connection string cannot be read.</source>
        <translation>Οι παράμετροι σύνδεσης δεν διαβάζονται.</translation>
    </message>
    <message>
        <source>It is a list of key=value pairs with the key words of libpq; a value with spaces, quotes or backslashes is written in single quotes, \&apos; and \\ inside.</source>
        <translation>Είναι λίστα ζευγών κλειδί=τιμή με τις λέξεις της libpq· μια τιμή με κενά, εισαγωγικά ή ανάποδες καθέτους γράφεται σε μονά εισαγωγικά, με \&apos; και \\ μέσα.</translation>
    </message>
    <message>
        <source>The URL holds a % that is not followed by two hexadecimal digits.</source>
        <translation>Το URL έχει % χωρίς δύο δεκαεξαδικά ψηφία μετά.</translation>
    </message>
    <message>
        <source>The URL holds %00, which no PostgreSQL value may.</source>
        <translation>Το URL έχει %00, που καμία τιμή της PostgreSQL δεν επιτρέπεται να έχει.</translation>
    </message>
    <message>
        <source>The URL&apos;s IPv6 address cannot be read.</source>
        <translation>Η διεύθυνση IPv6 του URL δεν διαβάζεται.</translation>
    </message>
    <message>
        <source>An IPv6 address is written in brackets: postgresql://user@[::1]:5432/database.</source>
        <translation>Μια διεύθυνση IPv6 γράφεται σε αγκύλες: postgresql://user@[::1]:5432/database.</translation>
    </message>
    <message>
        <source>libpq knows no URL parameter &quot;%1&quot;.</source>
        <translation>Η libpq δεν ξέρει παράμετρο URL «%1».</translation>
    </message>
    <message>
        <source>After the ? come key words of libpq, such as sslmode=require.</source>
        <translation>Μετά το ? μπαίνουν λέξεις της libpq, όπως sslmode=require.</translation>
    </message>
    <message>
        <source>The URL cannot be read.</source>
        <translation>Το URL δεν διαβάζεται.</translation>
    </message>
    <message>
        <source>The URL is empty.</source>
        <translation>Το URL είναι κενό.</translation>
    </message>
    <message>
        <source>The URL holds a NUL character.</source>
        <translation>Το URL περιέχει χαρακτήρα NUL.</translation>
    </message>
    <message>
        <source>This is not a PostgreSQL URL: it begins with something other than postgresql://.</source>
        <translation>Αυτό δεν είναι URL της PostgreSQL: δεν αρχίζει με postgresql://.</translation>
    </message>
    <message>
        <source>A value in the URL is not UTF-8.</source>
        <translation>Μια τιμή στο URL δεν είναι UTF-8.</translation>
    </message>
    <message>
        <source>Characters beyond ASCII are percent-encoded from their UTF-8 form: %C3%A4 for ä.</source>
        <translation>Χαρακτήρες πέρα από το ASCII γράφονται με % από τη μορφή UTF-8: %C3%A4 για ä.</translation>
    </message>
    <message>
        <source>%1 has an unknown key &quot;%2&quot;.</source>
        <translation>%1: άγνωστο κλειδί «%2».</translation>
    </message>
    <message>
        <source>Known keys are: %1.</source>
        <translation>Γνωστά κλειδιά: %1.</translation>
    </message>
    <message>
        <source>%1 must be an object.</source>
        <translation>%1: πρέπει να είναι αντικείμενο.</translation>
    </message>
    <message>
        <source>%1 must have an object &quot;parameters&quot;.</source>
        <translation>%1: πρέπει να έχει αντικείμενο &quot;parameters&quot;.</translation>
    </message>
    <message>
        <source>%1: &quot;role&quot; must be a text and &quot;stored_password&quot; true or false.</source>
        <translation>%1: το &quot;role&quot; πρέπει να είναι κείμενο και το &quot;stored_password&quot; true ή false.</translation>
    </message>
    <message>
        <source>%1: &quot;last_seen&quot; must be an object.</source>
        <translation>%1: το &quot;last_seen&quot; πρέπει να είναι αντικείμενο.</translation>
    </message>
    <message>
        <source>%1, &quot;last_seen&quot;</source>
        <translation>%1, &quot;last_seen&quot;</translation>
    </message>
    <message>
        <source>%1: the parameter &quot;%2&quot; must be a text.</source>
        <translation>%1: η παράμετρος «%2» πρέπει να είναι κείμενο.</translation>
    </message>
    <message>
        <source>%1 holds a password. This file keeps none.</source>
        <translation>%1: έχει κωδικό. Αυτό το αρχείο δεν κρατά κωδικούς.</translation>
    </message>
    <message>
        <source>Remove the &quot;%1&quot; line; the password belongs in the keychain.</source>
        <translation>Η γραμμή «%1» πρέπει να φύγει· ο κωδικός ανήκει στην κλειδοθήκη.</translation>
    </message>
    <message>
        <source>Profile number %1 has no &quot;name&quot;.</source>
        <translation>Το προφίλ αριθμός %1 δεν έχει &quot;name&quot;.</translation>
    </message>
    <message>
        <source>Profile &quot;%1&quot;</source>
        <translation>Προφίλ «%1»</translation>
    </message>
    <message>
        <source>%1: &quot;environment&quot; must be local, staging or production.</source>
        <translation>%1: το &quot;environment&quot; πρέπει να είναι local, staging ή production.</translation>
    </message>
    <message>
        <source>%1: &quot;project_folder&quot; must be a text.</source>
        <translation>%1: το &quot;project_folder&quot; πρέπει να είναι κείμενο.</translation>
    </message>
    <message>
        <source>%1 must have an object &quot;databases&quot;.</source>
        <translation>%1: πρέπει να έχει αντικείμενο &quot;databases&quot;.</translation>
    </message>
    <message>
        <source>%1, database &quot;%2&quot;</source>
        <translation>%1, βάση «%2»</translation>
    </message>
    <message>
        <source>The saved connections cannot be read: %1.</source>
        <translation>Οι αποθηκευμένες συνδέσεις δεν διαβάζονται: %1.</translation>
    </message>
    <message>
        <source>Correct the file, or move it away to begin with an empty list.</source>
        <translation>Διόρθωση του αρχείου, ή μετακίνησή του για νέα, κενή λίστα.</translation>
    </message>
    <message>
        <source>This is not a file of saved connections: it has no &quot;version&quot;.</source>
        <translation>Αυτό δεν είναι αρχείο αποθηκευμένων συνδέσεων: δεν έχει &quot;version&quot;.</translation>
    </message>
    <message>
        <source>The saved connections are of version %1; this program knows version %2. The file is left as it is.</source>
        <translation>Οι αποθηκευμένες συνδέσεις είναι έκδοσης %1· αυτό το πρόγραμμα ξέρει την έκδοση %2. Το αρχείο έμεινε όπως είναι.</translation>
    </message>
    <message>
        <source>Use the newer program that wrote it.</source>
        <translation>Χρειάζεται το νεότερο πρόγραμμα που το έγραψε.</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Το αρχείο</translation>
    </message>
    <message>
        <source>The file must have an array &quot;profiles&quot;.</source>
        <translation>Το αρχείο πρέπει να έχει πίνακα &quot;profiles&quot;.</translation>
    </message>
    <message>
        <source>There are two profiles called &quot;%1&quot;.</source>
        <translation>Υπάρχουν δύο προφίλ με το όνομα «%1».</translation>
    </message>
    <message>
        <source>The folder of the saved connections cannot be made.</source>
        <translation>Ο φάκελος των αποθηκευμένων συνδέσεων δεν δημιουργείται.</translation>
    </message>
    <message>
        <source>The saved connections are in use by another program.</source>
        <translation>Τις αποθηκευμένες συνδέσεις τις χρησιμοποιεί άλλο πρόγραμμα.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Χρειάζεται νέα προσπάθεια.</translation>
    </message>
    <message>
        <source>The connections cannot be saved: %1.</source>
        <translation>Οι συνδέσεις δεν αποθηκεύονται: %1.</translation>
    </message>
    <message>
        <source>There is no saved connection called &quot;%1&quot;.</source>
        <translation>Δεν υπάρχει αποθηκευμένη σύνδεση «%1».</translation>
    </message>
    <message>
        <source>None is saved yet; the desktop program saves them.</source>
        <translation>Δεν έχει αποθηκευτεί καμία· τις αποθηκεύει το πρόγραμμα με το παράθυρο.</translation>
    </message>
    <message>
        <source>Saved are: %1.</source>
        <translation>Αποθηκευμένες: %1.</translation>
    </message>
    <message>
        <source>A saved connection needs a name.</source>
        <translation>Μια αποθηκευμένη σύνδεση χρειάζεται όνομα.</translation>
    </message>
    <message>
        <source>The file holds NUL bytes: it is not a text in UTF-8.</source>
        <translation>Το αρχείο έχει byte NUL: δεν είναι κείμενο UTF-8.</translation>
    </message>
    <message>
        <source>Save it as UTF-8, or as UTF-16 with a byte order mark.</source>
        <translation>Αποθήκευση ως UTF-8, ή ως UTF-16 με byte order mark.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Αποθήκευση ως UTF-8.</translation>
    </message>
    <message>
        <source>The file&apos;s text cannot be decoded.</source>
        <translation>Το κείμενο του αρχείου δεν αποκωδικοποιείται.</translation>
    </message>
    <message>
        <source>The file is not a text in UTF-8.</source>
        <translation>Το αρχείο δεν είναι κείμενο UTF-8.</translation>
    </message>
    <message>
        <source>A quote is opened and not closed.</source>
        <translation>Εισαγωγικά άνοιξαν και δεν έκλεισαν.</translation>
    </message>
    <message>
        <source>A quoted value ends on its own line; a quote inside is written with a backslash.</source>
        <translation>Μια τιμή σε εισαγωγικά τελειώνει στη γραμμή της· εισαγωγικά μέσα της γράφονται με ανάποδη κάθετο.</translation>
    </message>
    <message>
        <source>There is text after the closing quote.</source>
        <translation>Υπάρχει κείμενο μετά τα εισαγωγικά που κλείνουν.</translation>
    </message>
    <message>
        <source>Only a comment may follow it; a quote inside is written with a backslash.</source>
        <translation>Μόνο σχόλιο μπορεί να ακολουθεί· εισαγωγικά μέσα γράφονται με ανάποδη κάθετο.</translation>
    </message>
    <message>
        <source>This line is not of the form NAME=value.</source>
        <translation>Αυτή η γραμμή δεν έχει τη μορφή ΟΝΟΜΑ=τιμή.</translation>
    </message>
    <message>
        <source>A name has letters, digits and underscores; a comment begins with #.</source>
        <translation>Ένα όνομα έχει γράμματα, ψηφία και κάτω παύλες· ένα σχόλιο αρχίζει με #.</translation>
    </message>
    <message>
        <source>The line holds a NUL character.</source>
        <translation>Η γραμμή έχει χαρακτήρα NUL.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB: this is no .env file.</source>
        <translation>Το αρχείο ξεπερνά το 1 MiB: δεν είναι αρχείο .env.</translation>
    </message>
    <message>
        <source>The server on port %1 is not the private one.</source>
        <translation>Ο διακομιστής στη θύρα %1 δεν είναι ο ιδιωτικός.</translation>
    </message>
    <message>
        <source>Nothing was done to it. Stop it, or remove %1 if no server uses that folder.</source>
        <translation>Δεν του έγινε τίποτα. Διακοπή του, ή διαγραφή του %1 αν κανένας διακομιστής δεν χρησιμοποιεί αυτόν τον φάκελο.</translation>
    </message>
    <message>
        <source>The private server&apos;s folder cannot be written: %1.</source>
        <translation>Ο φάκελος του ιδιωτικού διακομιστή δεν γράφεται: %1.</translation>
    </message>
    <message>
        <source>The private server could not be created in %1.</source>
        <translation>Ο ιδιωτικός διακομιστής δεν δημιουργήθηκε στο %1.</translation>
    </message>
    <message>
        <source>The folder must be writable, and every folder above it passable, for the user the server runs as; SOCRATES_PRIVATE_SERVER_DIR names another one.</source>
        <translation>Ο φάκελος πρέπει να γράφεται, και κάθε φάκελος από πάνω να περνιέται, από τον χρήστη με τον οποίο τρέχει ο διακομιστής· άλλον ονομάζει το SOCRATES_PRIVATE_SERVER_DIR.</translation>
    </message>
    <message>
        <source>The private server&apos;s folder cannot be put in place: %1.</source>
        <translation>Ο φάκελος του ιδιωτικού διακομιστή δεν μπαίνει στη θέση του: %1.</translation>
    </message>
    <message>
        <source>The private server did not start.</source>
        <translation>Ο ιδιωτικός διακομιστής δεν ξεκίνησε.</translation>
    </message>
    <message>
        <source>The last lines of its log tell why: %1</source>
        <translation>Γιατί, το λένε οι τελευταίες γραμμές του ημερολογίου του: %1</translation>
    </message>
    <message>
        <source>The private server started and does not accept its own password.</source>
        <translation>Ο ιδιωτικός διακομιστής ξεκίνησε και δεν δέχεται τον ίδιο του τον κωδικό.</translation>
    </message>
    <message>
        <source>Was %1 or the server&apos;s pg_hba.conf changed?</source>
        <translation>Μήπως άλλαξε το %1 ή το pg_hba.conf του διακομιστή;</translation>
    </message>
    <message>
        <source>The private server did not stop.</source>
        <translation>Ο ιδιωτικός διακομιστής δεν σταμάτησε.</translation>
    </message>
    <message>
        <source>No PostgreSQL server programs (version 13 or newer) were found.</source>
        <translation>Δεν βρέθηκαν προγράμματα διακομιστή PostgreSQL (έκδοση 13 ή νεότερη).</translation>
    </message>
    <message>
        <source>The private server&apos;s data were written by PostgreSQL %1, and its programs are not there any more.</source>
        <translation>Τα δεδομένα του ιδιωτικού διακομιστή τα έγραψε PostgreSQL %1, και τα προγράμματά της δεν υπάρχουν πια.</translation>
    </message>
    <message>
        <source>It has to be PostgreSQL %1.</source>
        <translation>Πρέπει να είναι PostgreSQL %1.</translation>
    </message>
    <message>
        <source>Install the server programs of PostgreSQL %1 beside the others.</source>
        <translation>Εγκατάσταση των προγραμμάτων διακομιστή της PostgreSQL %1 δίπλα στα άλλα.</translation>
    </message>
    <message>
        <source>Or, to begin with an empty server, move the folder %1 away; the data stay in it.</source>
        <translation>Ή, για έναν άδειο διακομιστή, μετακίνηση του φακέλου %1· τα δεδομένα μένουν μέσα του.</translation>
    </message>
    <message>
        <source>No server programs were found.</source>
        <translation>Δεν βρέθηκαν προγράμματα διακομιστή.</translation>
    </message>
    <message>
        <source>Found: PostgreSQL %1.</source>
        <translation>Βρέθηκε: PostgreSQL %1.</translation>
    </message>
    <message>
        <source>The private server&apos;s folder cannot be made: %1.</source>
        <translation>Ο φάκελος του ιδιωτικού διακομιστή δεν δημιουργείται: %1.</translation>
    </message>
    <message>
        <source>SOCRATES_PRIVATE_SERVER_DIR names another one.</source>
        <translation>Άλλον ονομάζει το SOCRATES_PRIVATE_SERVER_DIR.</translation>
    </message>
    <message>
        <source>The private server&apos;s folder is locked or cannot be written: %1.</source>
        <translation>Ο φάκελος του ιδιωτικού διακομιστή είναι κλειδωμένος ή δεν γράφεται: %1.</translation>
    </message>
    <message>
        <source>Another program may be starting it at this moment.</source>
        <translation>Ίσως αυτή τη στιγμή τον ξεκινά άλλο πρόγραμμα.</translation>
    </message>
    <message>
        <source>Creating a private PostgreSQL %1 in %2</source>
        <translation>Δημιουργία ιδιωτικής PostgreSQL %1 στο %2</translation>
    </message>
    <message>
        <source>Starting the private PostgreSQL %1</source>
        <translation>Εκκίνηση της ιδιωτικής PostgreSQL %1</translation>
    </message>
    <message>
        <source>The private server does not run.</source>
        <translation>Ο ιδιωτικός διακομιστής δεν τρέχει.</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>Πρώτα χρειάζεται εκκίνηση.</translation>
    </message>
    <message>
        <source>The private server&apos;s password cannot be read: %1.</source>
        <translation>Ο κωδικός του ιδιωτικού διακομιστή δεν διαβάζεται: %1.</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>αυτό το μηχάνημα</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is longer than 63 bytes.</source>
        <translation>Το όνομα «%1» ξεπερνά τα 63 byte.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Πρέπει να συντομευτεί.</translation>
    </message>
    <message>
        <source>%1 is on another server than the admin login: %2, and %3.</source>
        <translation>Η %1 είναι σε άλλον διακομιστή από την είσοδο διαχειριστή: %2, και %3.</translation>
    </message>
    <message>
        <source>Provision one server at a time; if both are the same one, write its host and port alike in both.</source>
        <translation>Ένας διακομιστής τη φορά· αν είναι ο ίδιος, υπολογιστής και θύρα γράφονται όμοια και στα δύο.</translation>
    </message>
    <message>
        <source>The admin login needs CREATEROLE to make roles and CREATEDB to make databases, and must own, or belong to the owner of, what it grants. A superuser has all of it.</source>
        <translation>Η είσοδος διαχειριστή χρειάζεται CREATEROLE για ρόλους και CREATEDB για βάσεις, και πρέπει να έχει στην κυριότητά της, ή να ανήκει στον ιδιοκτήτη, ό,τι παραχωρεί. Ένας υπερχρήστης τα έχει όλα.</translation>
    </message>
    <message>
        <source>role %1 (%2)</source>
        <translation>ρόλος %1 (%2)</translation>
    </message>
    <message>
        <source>may sign in, no password</source>
        <translation>συνδέεται, χωρίς κωδικό</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>συνδέεται</translation>
    </message>
    <message>
        <source>owns, may not sign in</source>
        <translation>ιδιοκτήτης, δεν συνδέεται</translation>
    </message>
    <message>
        <source>role %1</source>
        <translation>ρόλος %1</translation>
    </message>
    <message>
        <source>%1 may act as %2</source>
        <translation>ο %1 ενεργεί ως %2</translation>
    </message>
    <message>
        <source>The password of %1 cannot be made into a SCRAM secret.</source>
        <translation>Από τον κωδικό του %1 δεν βγαίνει μυστικό SCRAM.</translation>
    </message>
    <message>
        <source>database %1, owned by %2, encoding %3</source>
        <translation>βάση %1, ιδιοκτήτης %2, κωδικοποίηση %3</translation>
    </message>
    <message>
        <source>database %1, owned by %2, encoding UTF8</source>
        <translation>βάση %1, ιδιοκτήτης %2, κωδικοποίηση UTF8</translation>
    </message>
    <message>
        <source>%1 may connect to %2</source>
        <translation>ο %1 συνδέεται στην %2</translation>
    </message>
    <message>
        <source>%1 may create in schema public of %2</source>
        <translation>ο %1 δημιουργεί στο σχήμα public της %2</translation>
    </message>
    <message>
        <source>%1 may use schema public of %2</source>
        <translation>ο %1 χρησιμοποιεί το σχήμα public της %2</translation>
    </message>
    <message>
        <source>%1 may read and write the tables that %2 will create in %3</source>
        <translation>ο %1 διαβάζει και γράφει τους πίνακες που θα φτιάξει ο %2 στην %3</translation>
    </message>
    <message>
        <source>%1 may use the sequences that %2 will create in %3</source>
        <translation>ο %1 χρησιμοποιεί τις ακολουθίες που θα φτιάξει ο %2 στην %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 may use %n existing table(s) of %2</source>
        <translation>
            <numerusform>ο %1 χρησιμοποιεί %n υπάρχοντα πίνακα της %2</numerusform>
            <numerusform>ο %1 χρησιμοποιεί %n υπάρχοντες πίνακες της %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may use %n existing sequence(s) of %2</source>
        <translation>
            <numerusform>ο %1 χρησιμοποιεί %n υπάρχουσα ακολουθία της %2</numerusform>
            <numerusform>ο %1 χρησιμοποιεί %n υπάρχουσες ακολουθίες της %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may only read alembic_version of %2</source>
        <translation>ο %1 μόνο διαβάζει το alembic_version της %2</translation>
    </message>
    <message>
        <source>server number %1</source>
        <translation>διακομιστής αριθμός %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>στην %1</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of this language. Not a word.</extracomment>
        <translation>el</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 γραμμή</numerusform>
            <numerusform>%1 γραμμές</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) of %2 without partner in %3</source>
        <translation>
            <numerusform>%1 γραμμή του %2 χωρίς ταίρι στο %3</numerusform>
            <numerusform>%1 γραμμές του %2 χωρίς ταίρι στο %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%1 different key(s))</source>
        <translation>
            <numerusform>(%1 διαφορετικό κλειδί)</numerusform>
            <numerusform>(%1 διαφορετικά κλειδιά)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>... and %1 more</source>
        <translation>
            <numerusform>... και %1 ακόμη</numerusform>
            <numerusform>... και %1 ακόμη</numerusform>
        </translation>
    </message>
    <message>
        <source>types differ: %1 here, %2 there</source>
        <translation>οι τύποι διαφέρουν: %1 εδώ, %2 εκεί</translation>
    </message>
    <message>
        <source>every row has its partner</source>
        <translation>κάθε γραμμή έχει ταίρι</translation>
    </message>
    <message>
        <source>their rows cannot be compared</source>
        <translation>οι γραμμές τους δεν συγκρίνονται</translation>
    </message>
    <message>
        <source>complete: types equal (%1), and each of %2 has its partner</source>
        <translation>πλήρης: ίδιος τύπος (%1), και έχουν όλες ταίρι: %2</translation>
    </message>
    <message>
        <source>types equal (%1); the rows were not checked</source>
        <translation>ίδιος τύπος (%1)· οι γραμμές δεν ελέγχθηκαν</translation>
    </message>
    <message>
        <source>not there yet: a pending revision makes %1</source>
        <translation>δεν υπάρχει ακόμη: το %1 το φτιάχνει αναθεώρηση που εκκρεμεί</translation>
    </message>
    <message>
        <source>not there: %1; verify says whether it should be</source>
        <translation>δεν υπάρχει: %1· αν έπρεπε, το λέει η επαλήθευση</translation>
    </message>
    <message>
        <source>not checked: %1 is not connected</source>
        <translation>δεν ελέγχθηκε: η %1 δεν είναι συνδεδεμένη</translation>
    </message>
    <message>
        <source>stopped; nothing can be said about the rows</source>
        <translation>διακόπηκε· για τις γραμμές δεν μπορεί να ειπωθεί τίποτα</translation>
    </message>
    <message>
        <source>could not be checked: %1</source>
        <translation>δεν μπόρεσε να ελεγχθεί: %1</translation>
    </message>
    <message>
        <source>References to other databases</source>
        <translation>Παραπομπές σε άλλες βάσεις</translation>
    </message>
    <message>
        <source>%1; measured in %2, which takes it too</source>
        <translation>%1· μετρήθηκε στην %2, που το παίρνει επίσης</translation>
    </message>
    <message>
        <source>%1: the schema would stay as it is</source>
        <translation>%1: το σχήμα θα έμενε όπως είναι</translation>
    </message>
    <message>
        <source>%1 would change:</source>
        <translation>%1, θα άλλαζαν:</translation>
    </message>
    <message numerus="yes">
        <source>%1 would be at %2, verified inside: everything as expected (%n check(s))</source>
        <translation>
            <numerusform>Η %1 θα ήταν στο %2, επαληθευμένη από μέσα: όλα όπως αναμένεται (%n έλεγχος)</numerusform>
            <numerusform>Η %1 θα ήταν στο %2, επαληθευμένη από μέσα: όλα όπως αναμένεται (%n έλεγχοι)</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified inside:</source>
        <translation>Επαλήθευση από μέσα:</translation>
    </message>
    <message numerus="yes">
        <source>Would succeed as far as it can be rehearsed (%1 of %n step(s)) in %2.</source>
        <translation>
            <numerusform>Θα πετύχαινε όσο γίνεται σε πρόβα (%1 από %n βήμα) σε %2.</numerusform>
            <numerusform>Θα πετύχαινε όσο γίνεται σε πρόβα (%1 από %n βήματα) σε %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>could not be verified: %1</source>
        <translation>δεν μπόρεσε να επαληθευτεί: %1</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>όπως αναμένεται</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n διαφορά</numerusform>
            <numerusform>%n διαφορές</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checklist item(s) missing</source>
        <translation>
            <numerusform>λείπει %n στοιχείο της λίστας ελέγχου</numerusform>
            <numerusform>λείπουν %n στοιχεία της λίστας ελέγχου</numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Αποτέλεσμα</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Διακομιστής</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Αναθεώρηση</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Εκκρεμεί</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Έλεγχοι</translation>
    </message>
    <message>
        <source>Expected schema</source>
        <translation>Αναμενόμενο σχήμα</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Χωρίς σύγκριση</translation>
    </message>
    <message>
        <source>Verified at</source>
        <translation>Επαληθεύτηκε</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Διαφορές</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Αντικείμενο</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Αναμενόμενο</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ευρεθέν</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Σημείωση</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Προέλευση</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>Καμία διαφορά.</translation>
    </message>
    <message>
        <source>comes with a pending revision</source>
        <translation>έρχεται με αναθεώρηση που εκκρεμεί</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Λίστα ελέγχου</translation>
    </message>
    <message>
        <source>Ownership and rights</source>
        <translation>Κυριότητα και δικαιώματα</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Πρόβλημα: %1</translation>
    </message>
    <message>
        <source>SQL that would mend it</source>
        <translation>SQL που θα το διόρθωνε</translation>
    </message>
    <message>
        <source>For review, and for a revision of its own; it was not run.</source>
        <translation>Για έλεγχο, και για δική του αναθεώρηση· δεν εκτελέστηκε.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Ορισμός</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ιδιοκτήτης</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Στήλη</translation>
    </message>
    <message>
        <source>Other objects</source>
        <translation>Άλλα αντικείμενα</translation>
    </message>
    <message>
        <source>Nothing is in this database.</source>
        <translation>Σε αυτή τη βάση δεν υπάρχει τίποτα.</translation>
    </message>
    <message>
        <source>The checklist has no item of this database.</source>
        <translation>Η λίστα ελέγχου δεν έχει στοιχείο για αυτή τη βάση.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Παραπομπή</translation>
    </message>
    <message>
        <source>Declared by</source>
        <translation>Δηλώθηκε από</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Επαλήθευση</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Αποκλίσεις</translation>
    </message>
    <message>
        <source>Schema reference</source>
        <translation>Περιγραφή σχήματος</translation>
    </message>
    <message>
        <source>Checklist with evidence</source>
        <translation>Λίστα ελέγχου με τεκμήρια</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Έργο</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Έγινε</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Πρόγραμμα</translation>
    </message>
    <message numerus="yes">
        <source>Self-test of Socrates Admin %1: %2 ok, %n warning(s), %3 failed</source>
        <translation>
            <numerusform>Αυτοέλεγχος του Socrates Admin %1: %2 εντάξει, %n προειδοποίηση, %3 απέτυχαν</numerusform>
            <numerusform>Αυτοέλεγχος του Socrates Admin %1: %2 εντάξει, %n προειδοποιήσεις, %3 απέτυχαν</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped as asked, after %n step(s).</source>
        <translation>
            <numerusform>Διακόπηκε όπως ζητήθηκε, μετά από %n βήμα.</numerusform>
            <numerusform>Διακόπηκε όπως ζητήθηκε, μετά από %n βήματα.</numerusform>
        </translation>
    </message>
    <message>
        <source>applied here, not yet safe on a standby: the server stopped waiting for its synchronous standby. A failover now would lose it.</source>
        <translation>εφαρμόστηκε εδώ, όχι ακόμη ασφαλώς σε standby: ο διακομιστής έπαψε να περιμένει το σύγχρονο standby του. Ένα failover τώρα θα το έχανε.</translation>
    </message>
    <message>
        <source>git could not search the history of %1.</source>
        <translation>Το git δεν μπόρεσε να ψάξει στο ιστορικό του %1.</translation>
    </message>
    <message>
        <source>The history is searched where the project folder is kept in git.</source>
        <translation>Το ιστορικό αναζητείται όπου ο φάκελος του έργου κρατιέται σε git.</translation>
    </message>
    <message>
        <source>git is not installed, so no history can be searched.</source>
        <translation>Το git δεν είναι εγκατεστημένο, άρα δεν γίνεται αναζήτηση στο ιστορικό.</translation>
    </message>
    <message>
        <source>Install git, or look for the file in the project&apos;s history by other means.</source>
        <translation>Εγκατάσταση του git, ή αναζήτηση του αρχείου στο ιστορικό του έργου με άλλο τρόπο.</translation>
    </message>
    <message>
        <source>Revision %1 is present more than once</source>
        <translation>Η αναθεώρηση %1 υπάρχει πάνω από μία φορά</translation>
    </message>
    <message>
        <source>The other one is %1; give one of them another identifier.</source>
        <translation>Η άλλη είναι το %1· μία από τις δύο χρειάζεται άλλο αναγνωριστικό.</translation>
    </message>
    <message>
        <source>Branch name &apos;%1&apos; in revision %2 already used by revision %3</source>
        <translation>Το όνομα κλάδου «%1» της αναθεώρησης %2 χρησιμοποιείται ήδη από την %3</translation>
    </message>
    <message>
        <source>A label names one branch: keep it at the branch&apos;s first revision.</source>
        <translation>Μια ετικέτα ονομάζει έναν κλάδο: μένει στην πρώτη αναθεώρηση του κλάδου.</translation>
    </message>
    <message>
        <source>Revision %1 referenced from %2 is not present</source>
        <translation>Η αναθεώρηση %1, στην οποία παραπέμπει η %2, δεν υπάρχει</translation>
    </message>
    <message>
        <source>depends_on names a revision or a label of the same database; for another database there is &apos;requires&apos;.</source>
        <translation>Το depends_on ονομάζει αναθεώρηση ή ετικέτα της ίδιας βάσης· για άλλη βάση υπάρχει το &apos;requires&apos;.</translation>
    </message>
    <message>
        <source>Add the file of revision %1, or correct &apos;down_revision&apos;.</source>
        <translation>Προσθήκη του αρχείου της αναθεώρησης %1, ή διόρθωση του &apos;down_revision&apos;.</translation>
    </message>
    <message>
        <source>%1 is detected in revisions (%2)</source>
        <translation>%1 στις αναθεωρήσεις (%2)</translation>
    </message>
    <message>
        <source>A revision cannot stand on itself.</source>
        <translation>Μια αναθεώρηση δεν στηρίζεται στον εαυτό της.</translation>
    </message>
    <message>
        <source>Self-loop</source>
        <translation>Κύκλος μιας αναθεώρησης με τον εαυτό της</translation>
    </message>
    <message>
        <source>Dependency self-loop</source>
        <translation>Κύκλος εξάρτησης μιας αναθεώρησης με τον εαυτό της</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Κύκλος</translation>
    </message>
    <message>
        <source>Dependency cycle</source>
        <translation>Κύκλος εξαρτήσεων</translation>
    </message>
    <message>
        <source>One of these revisions must not stand on another of them.</source>
        <translation>Μία από αυτές τις αναθεωρήσεις δεν πρέπει να στηρίζεται σε άλλη από αυτές.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ή false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>αριθμός</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>κείμενο</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>λίστα</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>αντικείμενο</translation>
    </message>
    <message>
        <source>There is no such project folder.</source>
        <translation>Δεν υπάρχει τέτοιος φάκελος έργου.</translation>
    </message>
    <message>
        <source>A project is a folder with the file socrates.json; name it with --project DIR.</source>
        <translation>Έργο είναι ένας φάκελος με το αρχείο socrates.json· ονομάζεται με --project DIR.</translation>
    </message>
    <message>
        <source>The folder has no socrates.json.</source>
        <translation>Ο φάκελος δεν έχει socrates.json.</translation>
    </message>
    <message>
        <source>A project folder holds socrates.json; name it with --project DIR.</source>
        <translation>Ένας φάκελος έργου έχει socrates.json· ονομάζεται με --project DIR.</translation>
    </message>
    <message>
        <source>This is not JSON: %1.</source>
        <translation>Αυτό δεν είναι JSON: %1.</translation>
    </message>
    <message>
        <source>Look at this line and the one before it for a missing comma, quote or bracket.</source>
        <translation>Σε αυτή τη γραμμή ή στην προηγούμενη ίσως λείπει κόμμα, εισαγωγικό ή αγκύλη.</translation>
    </message>
    <message>
        <source>socrates.json is not an object.</source>
        <translation>Το socrates.json δεν είναι αντικείμενο.</translation>
    </message>
    <message>
        <source>It starts with &apos;{&apos; and holds &quot;databases&quot;.</source>
        <translation>Αρχίζει με &apos;{&apos; και έχει &quot;databases&quot;.</translation>
    </message>
    <message>
        <source>socrates.json has no &quot;databases&quot;.</source>
        <translation>Το socrates.json δεν έχει &quot;databases&quot;.</translation>
    </message>
    <message>
        <source>&quot;databases&quot; is not a list with at least one entry.</source>
        <translation>Το &quot;databases&quot; δεν είναι λίστα με μία εγγραφή τουλάχιστον.</translation>
    </message>
    <message>
        <source>Write &quot;databases&quot;: [{&quot;name&quot;: &quot;...&quot;}].</source>
        <translation>Γράφεται &quot;databases&quot;: [{&quot;name&quot;: &quot;...&quot;}].</translation>
    </message>
    <message>
        <source>Entry %1 of &quot;databases&quot; is %2, not an object.</source>
        <translation>Η εγγραφή %1 του &quot;databases&quot; είναι %2, όχι αντικείμενο.</translation>
    </message>
    <message>
        <source>Write {&quot;name&quot;: &quot;...&quot;}.</source>
        <translation>Γράφεται {&quot;name&quot;: &quot;...&quot;}.</translation>
    </message>
    <message>
        <source>Entry %1 of &quot;databases&quot; has no name.</source>
        <translation>Η εγγραφή %1 του &quot;databases&quot; δεν έχει όνομα.</translation>
    </message>
    <message>
        <source>Add &quot;name&quot;: &quot;...&quot;.</source>
        <translation>Χρειάζεται &quot;name&quot;: &quot;...&quot;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be the name of a database here.</source>
        <translation>Το «%1» δεν μπορεί να είναι όνομα βάσης εδώ.</translation>
    </message>
    <message>
        <source>Use letters, digits, &apos;_&apos; and &apos;-&apos;, at most 63 of them.</source>
        <translation>Γράμματα, ψηφία, &apos;_&apos; και &apos;-&apos;, το πολύ 63.</translation>
    </message>
    <message>
        <source>The database &apos;%1&apos; stands twice in socrates.json.</source>
        <translation>Η βάση «%1» υπάρχει δύο φορές στο socrates.json.</translation>
    </message>
    <message>
        <source>Give each database a name of its own.</source>
        <translation>Κάθε βάση χρειάζεται δικό της όνομα.</translation>
    </message>
    <message>
        <source>&quot;planned&quot; is %1, not a list.</source>
        <translation>Το &quot;planned&quot; είναι %1, όχι λίστα.</translation>
    </message>
    <message>
        <source>Write &quot;planned&quot;: [{&quot;phase&quot;: 2, &quot;tables&quot;: [...]}].</source>
        <translation>Γράφεται &quot;planned&quot;: [{&quot;phase&quot;: 2, &quot;tables&quot;: [...]}].</translation>
    </message>
    <message>
        <source>An entry of &quot;planned&quot; is %1, not an object.</source>
        <translation>Μια εγγραφή του &quot;planned&quot; είναι %1, όχι αντικείμενο.</translation>
    </message>
    <message>
        <source>Write {&quot;phase&quot;: 2, &quot;tables&quot;: [...]}.</source>
        <translation>Γράφεται {&quot;phase&quot;: 2, &quot;tables&quot;: [...]}.</translation>
    </message>
    <message>
        <source>A planned phase has no number of its own.</source>
        <translation>Μια σχεδιασμένη φάση δεν έχει δικό της αριθμό.</translation>
    </message>
    <message>
        <source>Write &quot;phase&quot;: 2, a whole number from 1.</source>
        <translation>Γράφεται &quot;phase&quot;: 2, ακέραιος από το 1.</translation>
    </message>
    <message>
        <source>Phase %1 is planned for &apos;%2&apos;, which is no database of the project.</source>
        <translation>Η φάση %1 σχεδιάζεται για την «%2», που δεν είναι βάση του έργου.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not name database, schema and object.</source>
        <translation>Το «%1» δεν ονομάζει βάση, σχήμα και αντικείμενο.</translation>
    </message>
    <message>
        <source>Write it as &apos;socrates_specs.public.tmp_*&apos;.</source>
        <translation>Γράφεται ως &apos;socrates_specs.public.tmp_*&apos;.</translation>
    </message>
    <message>
        <source>Unknown key &quot;%1&quot;.</source>
        <translation>Άγνωστο κλειδί «%1».</translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation>Γνωστά εδώ: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2, not a text.</source>
        <translation>Το «%1» είναι %2, όχι κείμενο.</translation>
    </message>
    <message>
        <source>Write it between double quotes.</source>
        <translation>Γράφεται σε διπλά εισαγωγικά.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a list of texts.</source>
        <translation>Το «%1» δεν είναι λίστα κειμένων.</translation>
    </message>
    <message>
        <source>Write &quot;%1&quot;: [&quot;...&quot;, &quot;...&quot;].</source>
        <translation>Γράφεται &quot;%1&quot;: [&quot;...&quot;, &quot;...&quot;].</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; of %2 leads outside the project folder.</source>
        <translation>Ο φάκελος «%1» της %2 οδηγεί έξω από τον φάκελο του έργου.</translation>
    </message>
    <message>
        <source>Name a folder below the one of socrates.json.</source>
        <translation>Χρειάζεται φάκελος κάτω από εκείνον του socrates.json.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; of the database %2 is missing.</source>
        <translation>Ο φάκελος «%1» της βάσης %2 λείπει.</translation>
    </message>
    <message>
        <source>Make the folder, or correct &quot;folder&quot; in socrates.json.</source>
        <translation>Δημιουργία του φακέλου, ή διόρθωση του &quot;folder&quot; στο socrates.json.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; of %2 is a link that leads outside the project folder.</source>
        <translation>Ο φάκελος «%1» της %2 είναι σύνδεσμος που οδηγεί έξω από τον φάκελο του έργου.</translation>
    </message>
    <message>
        <source>Put the revisions into the project folder.</source>
        <translation>Οι αναθεωρήσεις ανήκουν στον φάκελο του έργου.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; belongs to two databases.</source>
        <translation>Ο φάκελος «%1» ανήκει σε δύο βάσεις.</translation>
    </message>
    <message>
        <source>Give each database a folder of its own.</source>
        <translation>Κάθε βάση χρειάζεται δικό της φάκελο.</translation>
    </message>
    <message>
        <source>The folder holds %1 revisions; %2 are the most.</source>
        <translation>Ο φάκελος έχει %1 αναθεωρήσεις· το όριο είναι %2.</translation>
    </message>
    <message>
        <source>Squash old revisions into one.</source>
        <translation>Οι παλιές αναθεωρήσεις πρέπει να γίνουν μία.</translation>
    </message>
    <message>
        <source>The header says database &apos;%1&apos;, the folder belongs to &apos;%2&apos;.</source>
        <translation>Η επικεφαλίδα λέει βάση «%1», ο φάκελος ανήκει στην «%2».</translation>
    </message>
    <message>
        <source>Move the file to the other folder, or correct the header.</source>
        <translation>Μετακίνηση του αρχείου στον άλλο φάκελο, ή διόρθωση της επικεφαλίδας.</translation>
    </message>
    <message>
        <source>&apos;references&apos; names &apos;%1&apos;, which is no database of the project.</source>
        <translation>Το &apos;references&apos; ονομάζει «%1», που δεν είναι βάση του έργου.</translation>
    </message>
    <message>
        <source>&apos;requires: %1@%2&apos; names no database of the project.</source>
        <translation>Το &apos;requires: %1@%2&apos; δεν ονομάζει βάση του έργου.</translation>
    </message>
    <message>
        <source>&apos;requires: %1@%2&apos; names the revision&apos;s own database.</source>
        <translation>Το &apos;requires: %1@%2&apos; ονομάζει τη βάση της ίδιας της αναθεώρησης.</translation>
    </message>
    <message>
        <source>Within one database the order is that of &apos;down_revision&apos; and &apos;depends_on&apos;.</source>
        <translation>Μέσα σε μία βάση η σειρά ορίζεται από τα &apos;down_revision&apos; και &apos;depends_on&apos;.</translation>
    </message>
    <message>
        <source>&apos;requires: %1@%2&apos; names a revision that %1 does not have.</source>
        <translation>Το &apos;requires: %1@%2&apos; ονομάζει αναθεώρηση που η %1 δεν έχει.</translation>
    </message>
    <message>
        <source>Correct the identifier, or add the revision.</source>
        <translation>Διόρθωση του αναγνωριστικού, ή προσθήκη της αναθεώρησης.</translation>
    </message>
    <message>
        <source>Revision %1 waits, through &apos;requires&apos;, for itself.</source>
        <translation>Η αναθεώρηση %1 περιμένει, μέσω &apos;requires&apos;, τον εαυτό της.</translation>
    </message>
    <message>
        <source>Two databases must not require each other&apos;s later revisions.</source>
        <translation>Δύο βάσεις δεν πρέπει να απαιτούν η μία τις μεταγενέστερες αναθεωρήσεις της άλλης.</translation>
    </message>
    <message>
        <source>The revision could not be written to %1.</source>
        <translation>Η αναθεώρηση δεν γράφτηκε στο %1.</translation>
    </message>
    <message>
        <source>See to it that the folder is there and can be written to.</source>
        <translation>Ο φάκελος πρέπει να υπάρχει και να γράφεται.</translation>
    </message>
    <message>
        <source>The project has no database %1.</source>
        <translation>Το έργο δεν έχει βάση %1.</translation>
    </message>
    <message>
        <source>It has: %1</source>
        <translation>Έχει: %1</translation>
    </message>
    <message>
        <source>%1 has several heads: %2.</source>
        <translation>Η %1 έχει πολλές κορυφές: %2.</translation>
    </message>
    <message>
        <source>Say on which it stands: --down-revision %1, or heads to join them.</source>
        <translation>Χρειάζεται σε ποια στηρίζεται: --down-revision %1, ή heads για να ενωθούν.</translation>
    </message>
    <message>
        <source>There is a file %1 already; it was left as it is.</source>
        <translation>Υπάρχει ήδη αρχείο %1· έμεινε όπως ήταν.</translation>
    </message>
    <message>
        <source>Give the revision another title, or remove that file.</source>
        <translation>Η αναθεώρηση χρειάζεται άλλον τίτλο, ή το αρχείο να φύγει.</translation>
    </message>
    <message>
        <source>Unknown section &apos;migrate:%1&apos;.</source>
        <translation>Άγνωστο τμήμα &apos;migrate:%1&apos;.</translation>
    </message>
    <message>
        <source>The sections are &apos;-- migrate:up&apos; and &apos;-- migrate:down&apos;.</source>
        <translation>Τα τμήματα είναι &apos;-- migrate:up&apos; και &apos;-- migrate:down&apos;.</translation>
    </message>
    <message>
        <source>Unknown option &apos;%1&apos; of a section.</source>
        <translation>Άγνωστη επιλογή τμήματος «%1».</translation>
    </message>
    <message>
        <source>The one option is &apos;transaction:false&apos;.</source>
        <translation>Η μόνη επιλογή είναι &apos;transaction:false&apos;.</translation>
    </message>
    <message>
        <source>The section &apos;migrate:%1&apos; stands twice; the first is on line %2.</source>
        <translation>Το τμήμα &apos;migrate:%1&apos; υπάρχει δύο φορές· το πρώτο στη γραμμή %2.</translation>
    </message>
    <message>
        <source>Put all statements into one section.</source>
        <translation>Όλες οι εντολές μπαίνουν σε ένα τμήμα.</translation>
    </message>
    <message>
        <source>The section &apos;migrate:up&apos; comes after &apos;migrate:down&apos;.</source>
        <translation>Το τμήμα &apos;migrate:up&apos; έρχεται μετά το &apos;migrate:down&apos;.</translation>
    </message>
    <message>
        <source>Put &apos;migrate:up&apos; first.</source>
        <translation>Πρώτο μπαίνει το &apos;migrate:up&apos;.</translation>
    </message>
    <message>
        <source>There is text before the first section.</source>
        <translation>Υπάρχει κείμενο πριν από το πρώτο τμήμα.</translation>
    </message>
    <message>
        <source>Only &apos;-- key: value&apos; lines may stand before &apos;-- migrate:up&apos;.</source>
        <translation>Πριν από το &apos;-- migrate:up&apos; μπαίνουν μόνο γραμμές &apos;-- κλειδί: τιμή&apos;.</translation>
    </message>
    <message>
        <source>Unknown header key &apos;%1&apos;.</source>
        <translation>Άγνωστο κλειδί επικεφαλίδας «%1».</translation>
    </message>
    <message>
        <source>Keys of your own start with &apos;x-&apos;; the others are listed in the README.</source>
        <translation>Δικά σας κλειδιά αρχίζουν με &apos;x-&apos;· τα άλλα τα αναφέρει το README.</translation>
    </message>
    <message>
        <source>The header key &apos;%1&apos; stands twice; the first is on line %2.</source>
        <translation>Το κλειδί επικεφαλίδας «%1» υπάρχει δύο φορές· το πρώτο στη γραμμή %2.</translation>
    </message>
    <message>
        <source>Keep one of the two lines.</source>
        <translation>Μένει η μία από τις δύο γραμμές.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has an empty entry.</source>
        <translation>Το «%1» έχει κενή εγγραφή.</translation>
    </message>
    <message>
        <source>Separate the entries with one comma each.</source>
        <translation>Οι εγγραφές χωρίζονται με ένα κόμμα.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; names &apos;%2&apos; twice.</source>
        <translation>Το «%1» ονομάζει το «%2» δύο φορές.</translation>
    </message>
    <message>
        <source>Name it once.</source>
        <translation>Αρκεί μία φορά.</translation>
    </message>
    <message>
        <source>white space</source>
        <translation>κενό</translation>
    </message>
    <message>
        <source>Character(s) &apos;%1&apos; not allowed in revision identifier &apos;%2&apos;</source>
        <translation>Χαρακτήρες «%1» δεν επιτρέπονται στο αναγνωριστικό «%2»</translation>
    </message>
    <message>
        <source>Alembic&apos;s targets give &apos;@&apos;, &apos;-&apos;, &apos;+&apos; and &apos;:&apos; a meaning; use letters, digits and &apos;_&apos;.</source>
        <translation>Οι στόχοι του Alembic δίνουν σημασία στα &apos;@&apos;, &apos;-&apos;, &apos;+&apos; και &apos;:&apos;· γράμματα, ψηφία και &apos;_&apos; επιτρέπονται.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be used as a name: it is a target of its own.</source>
        <translation>Το «%1» δεν γίνεται όνομα: είναι το ίδιο στόχος.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Χρειάζεται άλλο.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no value.</source>
        <translation>Το «%1» δεν έχει τιμή.</translation>
    </message>
    <message>
        <source>Write it behind the colon.</source>
        <translation>Γράφεται μετά την άνω και κάτω τελεία.</translation>
    </message>
    <message>
        <source>The header has no %1.</source>
        <translation>Η επικεφαλίδα δεν έχει %1.</translation>
    </message>
    <message>
        <source>Add &apos;-- key: value&apos; lines before &apos;-- migrate:up&apos;; &apos;down_revision:&apos; stays empty for the first revision.</source>
        <translation>Οι γραμμές &apos;-- κλειδί: τιμή&apos; μπαίνουν πριν από το &apos;-- migrate:up&apos;· το &apos;down_revision:&apos; μένει κενό στην πρώτη αναθεώρηση.</translation>
    </message>
    <message>
        <source>Format &apos;%1&apos; is not known to this program.</source>
        <translation>Αυτό το πρόγραμμα δεν ξέρει τη μορφή «%1».</translation>
    </message>
    <message>
        <source>Write &apos;socrates-migration: 1&apos;, or use a newer program.</source>
        <translation>Γράφεται &apos;socrates-migration: 1&apos;, αλλιώς χρειάζεται νεότερο πρόγραμμα.</translation>
    </message>
    <message>
        <source>&apos;irreversible&apos; gives no reason.</source>
        <translation>Το &apos;irreversible&apos; δεν λέει λόγο.</translation>
    </message>
    <message>
        <source>Say why the revision cannot be undone.</source>
        <translation>Χρειάζεται ο λόγος που η αναθεώρηση δεν αναιρείται.</translation>
    </message>
    <message>
        <source>Revision identifier &apos;%1&apos; has %2 characters; %3 is the most.</source>
        <translation>Το αναγνωριστικό «%1» έχει %2 χαρακτήρες· το όριο είναι %3.</translation>
    </message>
    <message>
        <source>alembic_version.version_num holds 32 characters; shorten the identifier.</source>
        <translation>Το alembic_version.version_num χωρά 32 χαρακτήρες· χρειάζεται συντομότερο αναγνωριστικό.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the number of a phase.</source>
        <translation>Το «%1» δεν είναι αριθμός φάσης.</translation>
    </message>
    <message>
        <source>Write a whole number from 1.</source>
        <translation>Χρειάζεται ακέραιος από το 1.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a duration.</source>
        <translation>Το «%1» δεν είναι διάρκεια.</translation>
    </message>
    <message>
        <source>Write it as PostgreSQL does: &apos;5s&apos;, &apos;500ms&apos;, &apos;2min&apos;.</source>
        <translation>Γράφεται όπως στην PostgreSQL: &apos;5s&apos;, &apos;500ms&apos;, &apos;2min&apos;.</translation>
    </message>
    <message>
        <source>&apos;requires: %1&apos; does not name a database and a revision.</source>
        <translation>Το &apos;requires: %1&apos; δεν ονομάζει βάση και αναθεώρηση.</translation>
    </message>
    <message>
        <source>Write it as &apos;requires: socrates_auth@002&apos;.</source>
        <translation>Γράφεται ως &apos;requires: socrates_auth@002&apos;.</translation>
    </message>
    <message>
        <source>&apos;references: %1&apos; is not understood.</source>
        <translation>Το &apos;references: %1&apos; δεν αναγνωρίζεται.</translation>
    </message>
    <message>
        <source>Write it as &apos;references: projects.user_id -&gt; socrates_auth.users.id&apos;.</source>
        <translation>Γράφεται ως &apos;references: projects.user_id -&gt; socrates_auth.users.id&apos;.</translation>
    </message>
    <message>
        <source>The header says revision &apos;%1&apos;, the file name &apos;%2&apos;.</source>
        <translation>Η επικεφαλίδα λέει αναθεώρηση «%1», το όνομα αρχείου «%2».</translation>
    </message>
    <message>
        <source>Rename the file to &apos;%1_...sql&apos;, or correct the header.</source>
        <translation>Μετονομασία του αρχείου σε &apos;%1_...sql&apos;, ή διόρθωση της επικεφαλίδας.</translation>
    </message>
    <message>
        <source>There is no section &apos;migrate:up&apos;.</source>
        <translation>Δεν υπάρχει τμήμα &apos;migrate:up&apos;.</translation>
    </message>
    <message>
        <source>Add a line &apos;-- migrate:up&apos;, with the statements below it.</source>
        <translation>Χρειάζεται γραμμή &apos;-- migrate:up&apos;, με τις εντολές από κάτω.</translation>
    </message>
    <message>
        <source>There is no section &apos;migrate:down&apos;.</source>
        <translation>Δεν υπάρχει τμήμα &apos;migrate:down&apos;.</translation>
    </message>
    <message>
        <source>Add &apos;-- migrate:down&apos; with the statements that undo the revision, or say &apos;-- irreversible: REASON&apos; in the header.</source>
        <translation>Χρειάζεται &apos;-- migrate:down&apos; με τις εντολές που αναιρούν την αναθεώρηση, ή &apos;-- irreversible: ΛΟΓΟΣ&apos; στην επικεφαλίδα.</translation>
    </message>
    <message>
        <source>The section &apos;migrate:%1&apos; holds no statement.</source>
        <translation>Το τμήμα &apos;migrate:%1&apos; δεν έχει εντολές.</translation>
    </message>
    <message>
        <source>Write the statements of the revision below the marker.</source>
        <translation>Οι εντολές της αναθεώρησης γράφονται κάτω από τον δείκτη.</translation>
    </message>
    <message>
        <source>Write the statements that undo the revision, or say &apos;-- irreversible: REASON&apos; in the header.</source>
        <translation>Γράφονται οι εντολές που αναιρούν την αναθεώρηση, ή &apos;-- irreversible: ΛΟΓΟΣ&apos; στην επικεφαλίδα.</translation>
    </message>
    <message>
        <source>psql commands such as \i or \copy are not SQL and cannot be run here.</source>
        <translation>Εντολές του psql όπως \i ή \copy δεν είναι SQL και δεν εκτελούνται εδώ.</translation>
    </message>
    <message>
        <source>Write the statements themselves.</source>
        <translation>Γράφονται οι ίδιες οι εντολές.</translation>
    </message>
    <message>
        <source>A comment never ends.</source>
        <translation>Ένα σχόλιο δεν κλείνει.</translation>
    </message>
    <message>
        <source>A quoted identifier never ends.</source>
        <translation>Ένα όνομα σε εισαγωγικά δεν κλείνει.</translation>
    </message>
    <message>
        <source>A string never ends.</source>
        <translation>Μια συμβολοσειρά δεν κλείνει.</translation>
    </message>
    <message>
        <source>Close it; a section ends at the next &apos;-- migrate:&apos; line.</source>
        <translation>Πρέπει να κλείσει· ένα τμήμα τελειώνει στην επόμενη γραμμή &apos;-- migrate:&apos;.</translation>
    </message>
    <message>
        <source>%1 is transaction control, which is the program&apos;s business.</source>
        <translation>Το %1 είναι έλεγχος συναλλαγής, δουλειά του προγράμματος.</translation>
    </message>
    <message>
        <source>Leave it out: each revision runs in a transaction of its own, unless its section says &apos;transaction:false&apos;.</source>
        <translation>Παραλείπεται: κάθε αναθεώρηση εκτελείται σε δική της συναλλαγή, εκτός αν το τμήμα της λέει &apos;transaction:false&apos;.</translation>
    </message>
    <message>
        <source>COPY FROM STDIN and TO STDOUT have no data channel here.</source>
        <translation>Τα COPY FROM STDIN και TO STDOUT δεν έχουν εδώ κανάλι δεδομένων.</translation>
    </message>
    <message>
        <source>Use INSERT statements.</source>
        <translation>Χρειάζονται εντολές INSERT.</translation>
    </message>
    <message>
        <source>The statement writes alembic_version, which is the program&apos;s business.</source>
        <translation>Η εντολή γράφει στο alembic_version, δουλειά του προγράμματος.</translation>
    </message>
    <message>
        <source>Leave it out: the program moves the version row with the revision.</source>
        <translation>Παραλείπεται: το πρόγραμμα μετακινεί τη γραμμή έκδοσης μαζί με την αναθεώρηση.</translation>
    </message>
    <message>
        <source>PostgreSQL does not run this statement inside a transaction.</source>
        <translation>Η PostgreSQL δεν εκτελεί αυτή την εντολή μέσα σε συναλλαγή.</translation>
    </message>
    <message>
        <source>Give it a revision of its own and write the marker with &apos;transaction:false&apos;.</source>
        <translation>Χρειάζεται δική της αναθεώρηση, με &apos;transaction:false&apos; στον δείκτη.</translation>
    </message>
    <message>
        <source>&apos;history&apos; lists the revisions there are.</source>
        <translation>Το &apos;history&apos; δείχνει τις αναθεωρήσεις που υπάρχουν.</translation>
    </message>
    <message>
        <source>Multiple heads are present; please specify a single target revision</source>
        <translation>Υπάρχουν πολλές κορυφές· χρειάζεται μία αναθεώρηση ως στόχος</translation>
    </message>
    <message>
        <source>Multiple head revisions are present for given argument &apos;%1&apos;; please specify a specific target revision, &apos;&lt;branchname&gt;@%1&apos; to narrow to a specific head, or &apos;heads&apos; for all heads</source>
        <translation>Το «%1» έχει πολλές κορυφές· χρειάζεται συγκεκριμένη αναθεώρηση, &apos;&lt;κλάδος&gt;@%1&apos; για μία κορυφή, ή &apos;heads&apos; για όλες</translation>
    </message>
    <message>
        <source>Destination %1 is not a valid %2 target from current head(s)</source>
        <translation>Ο προορισμός %1 δεν είναι έγκυρος στόχος (%2) από τις τωρινές κορυφές</translation>
    </message>
    <message>
        <source>Name the branch, as in &apos;LABEL@%1&apos;, or name the revision.</source>
        <translation>Χρειάζεται ο κλάδος, όπως &apos;ΕΤΙΚΕΤΑ@%1&apos;, ή η αναθεώρηση.</translation>
    </message>
    <message>
        <source>The version table holds it, and no file has it.</source>
        <translation>Την έχει ο πίνακας εκδόσεων, και κανένα αρχείο δεν την έχει.</translation>
    </message>
    <message>
        <source>Requested revision %1 overlaps with other requested revisions %2</source>
        <translation>Η ζητούμενη αναθεώρηση %1 επικαλύπτεται με άλλες ζητούμενες: %2</translation>
    </message>
    <message>
        <source>Not a valid downgrade target from current heads</source>
        <translation>Δεν είναι έγκυρος στόχος υποβάθμισης από τις τωρινές κορυφές</translation>
    </message>
    <message>
        <source>Relative revision %1 didn&apos;t produce %2 migrations</source>
        <translation>Η σχετική αναθεώρηση %1 δεν έδωσε %2 αναθεωρήσεις</translation>
    </message>
    <message>
        <source>Multiple heads are present for given argument &apos;%1&apos;; %2</source>
        <translation>Το «%1» έχει πολλές κορυφές· %2</translation>
    </message>
    <message>
        <source>No such branch: &apos;%1&apos;</source>
        <translation>Δεν υπάρχει τέτοιος κλάδος: «%1»</translation>
    </message>
    <message>
        <source>Revision %1 is not a member of branch &apos;%2&apos;</source>
        <translation>Η αναθεώρηση %1 δεν ανήκει στον κλάδο «%2»</translation>
    </message>
    <message>
        <source>No such revision or branch &apos;%1&apos;; please ensure at least four characters are present for partial revision identifier matches</source>
        <translation>Δεν υπάρχει αναθεώρηση ή κλάδος «%1»· μέρος αναγνωριστικού χρειάζεται τέσσερις χαρακτήρες τουλάχιστον</translation>
    </message>
    <message>
        <source>No such revision or branch &apos;%1&apos;</source>
        <translation>Δεν υπάρχει αναθεώρηση ή κλάδος «%1»</translation>
    </message>
    <message>
        <source>Multiple revisions start with &apos;%1&apos;: %2...</source>
        <translation>Πολλές αναθεωρήσεις αρχίζουν με «%1»: %2...</translation>
    </message>
    <message>
        <source>Ambiguous walk</source>
        <translation>Η διαδρομή είναι διφορούμενη</translation>
    </message>
    <message>
        <source>Ambiguous upgrade from multiple current revisions</source>
        <translation>Διφορούμενη αναβάθμιση από πολλές τωρινές αναθεωρήσεις</translation>
    </message>
    <message>
        <source>Ambiguous downgrade from multiple current revisions</source>
        <translation>Διφορούμενη υποβάθμιση από πολλές τωρινές αναθεωρήσεις</translation>
    </message>
    <message>
        <source>downgrade %1 from multiple heads is ambiguous</source>
        <translation>η υποβάθμιση %1 από πολλές κορυφές είναι διφορούμενη</translation>
    </message>
    <message>
        <source>Walked too far</source>
        <translation>Υπερβολικά πολλά βήματα</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Το αρχείο πρέπει να αποθηκευτεί ως UTF-8.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB.</source>
        <translation>Το αρχείο ξεπερνά τα %1 MiB.</translation>
    </message>
    <message>
        <source>Split it, or load bulk data by other means.</source>
        <translation>Πρέπει να χωριστεί, ή τα πολλά δεδομένα να φορτωθούν αλλιώς.</translation>
    </message>
    <message>
        <source>The file is UTF-16 or UTF-32.</source>
        <translation>Το αρχείο είναι UTF-16 ή UTF-32.</translation>
    </message>
    <message>
        <source>The file holds a NUL character, at which the server would stop reading.</source>
        <translation>Το αρχείο περιέχει χαρακτήρα NUL, όπου ο διακομιστής θα σταματούσε να διαβάζει.</translation>
    </message>
    <message>
        <source>The file is not UTF-8.</source>
        <translation>Το αρχείο δεν είναι UTF-8.</translation>
    </message>
    <message>
        <source>The file is a link that leads nowhere.</source>
        <translation>Το αρχείο είναι σύνδεσμος που δεν οδηγεί πουθενά.</translation>
    </message>
    <message>
        <source>Remove it, or put the file itself there.</source>
        <translation>Πρέπει να φύγει, ή να μπει εκεί το ίδιο το αρχείο.</translation>
    </message>
    <message>
        <source>The file is a link that leads outside the project folder.</source>
        <translation>Το αρχείο είναι σύνδεσμος που οδηγεί έξω από τον φάκελο του έργου.</translation>
    </message>
    <message>
        <source>Put the file itself into the folder.</source>
        <translation>Στον φάκελο μπαίνει το ίδιο το αρχείο.</translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation>Αυτό δεν είναι κανονικό αρχείο.</translation>
    </message>
    <message>
        <source>Check the rights to the file.</source>
        <translation>Θέλουν έλεγχο τα δικαιώματα του αρχείου.</translation>
    </message>
    <message>
        <source>introduced by %1</source>
        <translation>το έφερε η %1</translation>
    </message>
    <message>
        <source>changed by %1</source>
        <translation>το άλλαξε η %1</translation>
    </message>
    <message>
        <source>dropped by %1</source>
        <translation>το διέγραψε η %1</translation>
    </message>
    <message>
        <source>by no revision</source>
        <translation>από καμία αναθεώρηση</translation>
    </message>
    <message>
        <source>no revision is there</source>
        <translation>δεν υπάρχει αναθεώρηση</translation>
    </message>
    <message>
        <source>recorded in the project for PostgreSQL %1</source>
        <translation>γραμμένο στο έργο για PostgreSQL %1</translation>
    </message>
    <message>
        <source>The project does not carry what %1 looks like at each revision.</source>
        <translation>Το έργο δεν έχει γραμμένο πώς είναι η %1 σε κάθε αναθεώρηση.</translation>
    </message>
    <message>
        <source>%1 is not there, or empty.</source>
        <translation>Το %1 δεν υπάρχει, ή είναι κενό.</translation>
    </message>
    <message>
        <source>%1 was made of other revisions than there are now.</source>
        <translation>Το %1 έγινε από άλλες αναθεωρήσεις από αυτές που υπάρχουν τώρα.</translation>
    </message>
    <message>
        <source>Connect, use the private server, or write the file with socrates-migrate expected.</source>
        <translation>Σύνδεση, ή ιδιωτικός διακομιστής, ή εγγραφή του αρχείου με socrates-migrate expected.</translation>
    </message>
    <message>
        <source>belongs to %1</source>
        <translation>ανήκει στην %1</translation>
    </message>
    <message>
        <source>the columns stand in another order than expected</source>
        <translation>οι στήλες έχουν άλλη σειρά από την αναμενόμενη</translation>
    </message>
    <message>
        <source>the index is not valid and not used: drop it and create it again</source>
        <translation>το ευρετήριο δεν είναι έγκυρο και δεν χρησιμοποιείται: διαγραφή και νέα δημιουργία</translation>
    </message>
    <message>
        <source>The carried expected schema cannot be read.</source>
        <translation>Το αναμενόμενο σχήμα του έργου δεν διαβάζεται.</translation>
    </message>
    <message>
        <source>Make the file again with &quot;socrates-migrate expected&quot;.</source>
        <translation>Το αρχείο ξαναγίνεται με «socrates-migrate expected».</translation>
    </message>
    <message>
        <source>An entry removes what is not there.</source>
        <translation>Μια εγγραφή αφαιρεί κάτι που δεν υπάρχει.</translation>
    </message>
    <message>
        <source>It was made by another version of this program.</source>
        <translation>Το έφτιαξε άλλη έκδοση αυτού του προγράμματος.</translation>
    </message>
    <message>
        <source>The expected schema cannot be written.</source>
        <translation>Το αναμενόμενο σχήμα δεν γράφεται.</translation>
    </message>
    <message>
        <source>Check that the project folder may be written to.</source>
        <translation>Ο φάκελος του έργου πρέπει να γράφεται.</translation>
    </message>
    <message>
        <source>What the database must look like could not be found out.</source>
        <translation>Δεν βρέθηκε πώς πρέπει να είναι η βάση.</translation>
    </message>
    <message>
        <source>Let the project carry the result (socrates-migrate expected), give the role the right to create databases, or start the private server.</source>
        <translation>Να έχει το έργο γραμμένο το αποτέλεσμα (socrates-migrate expected), ή ο ρόλος δικαίωμα δημιουργίας βάσεων, ή να ξεκινήσει ο ιδιωτικός διακομιστής.</translation>
    </message>
    <message>
        <source>it is PostgreSQL %1, the database&apos;s server %2</source>
        <translation>είναι PostgreSQL %1, ο διακομιστής της βάσης %2</translation>
    </message>
    <message>
        <source>recorded in the project for PostgreSQL %1 (the server is %2)</source>
        <translation>γραμμένο στο έργο για PostgreSQL %1 (ο διακομιστής είναι %2)</translation>
    </message>
    <message>
        <source>recorded in the project</source>
        <translation>γραμμένο στο έργο</translation>
    </message>
    <message>
        <source>replayed earlier on this computer</source>
        <translation>από προηγούμενη εφαρμογή σε αυτόν τον υπολογιστή</translation>
    </message>
    <message>
        <source>replayed in the private server</source>
        <translation>από εφαρμογή στον ιδιωτικό διακομιστή</translation>
    </message>
    <message>
        <source>replayed in a temporary database on the server</source>
        <translation>από εφαρμογή σε προσωρινή βάση του διακομιστή</translation>
    </message>
    <message>
        <source>The replay did not pass every revision.</source>
        <translation>Η εφαρμογή δεν πέρασε από κάθε αναθεώρηση.</translation>
    </message>
    <message>
        <source>no revision is applied</source>
        <translation>δεν έχει εφαρμοστεί αναθεώρηση</translation>
    </message>
    <message>
        <source>nothing for these revisions on PostgreSQL %1</source>
        <translation>τίποτα για αυτές τις αναθεωρήσεις σε PostgreSQL %1</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>κρυφή μνήμη</translation>
    </message>
    <message>
        <source>not replayed before on this computer</source>
        <translation>δεν έχει εφαρμοστεί πριν σε αυτόν τον υπολογιστή</translation>
    </message>
    <message>
        <source>replayed in %1</source>
        <translation>από εφαρμογή: %1</translation>
    </message>
    <message>
        <source>the private server</source>
        <translation>ο ιδιωτικός διακομιστής</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>δεν υπάρχει</translation>
    </message>
    <message>
        <source>a temporary database on the server</source>
        <translation>προσωρινή βάση του διακομιστή</translation>
    </message>
    <message>
        <source>a throw-away schema of the database</source>
        <translation>προσωρινό σχήμα της βάσης</translation>
    </message>
    <message>
        <source>its form (%1) is not written by this program</source>
        <translation>η μορφή του (%1) δεν γράφεται από αυτό το πρόγραμμα</translation>
    </message>
    <message>
        <source>this kind is not written by this program</source>
        <translation>αυτό το είδος δεν γράφεται από αυτό το πρόγραμμα</translation>
    </message>
    <message>
        <source>data may stand on it: expected %1, found %2</source>
        <translation>ίσως στηρίζονται δεδομένα πάνω του: αναμένεται %1, βρέθηκε %2</translation>
    </message>
    <message>
        <source>index %1.%2 repeats %3, which PostgreSQL uses as well</source>
        <translation>το ευρετήριο %1.%2 επαναλαμβάνει το %3, που η PostgreSQL χρησιμοποιεί εξίσου</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>σχήμα</translation>
    </message>
    <message>
        <source>table</source>
        <translation>πίνακας</translation>
    </message>
    <message>
        <source>column</source>
        <translation>στήλη</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>κύριο κλειδί</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>μοναδικό</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>ξένο κλειδί</translation>
    </message>
    <message>
        <source>check</source>
        <translation>έλεγχος</translation>
    </message>
    <message>
        <source>exclusion</source>
        <translation>αποκλεισμός</translation>
    </message>
    <message>
        <source>index</source>
        <translation>ευρετήριο</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>ακολουθία</translation>
    </message>
    <message>
        <source>enum</source>
        <translation>απαρίθμηση</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>πεδίο τιμών</translation>
    </message>
    <message>
        <source>composite type</source>
        <translation>σύνθετος τύπος</translation>
    </message>
    <message>
        <source>view</source>
        <translation>όψη</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>υλοποιημένη όψη</translation>
    </message>
    <message>
        <source>function</source>
        <translation>συνάρτηση</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>έναυσμα</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>πολιτική</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>επέκταση</translation>
    </message>
    <message>
        <source>type</source>
        <translation>τύπος</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>διαδικασία</translation>
    </message>
    <message>
        <source>role</source>
        <translation>ρόλος</translation>
    </message>
    <message>
        <source>foreign table</source>
        <translation>ξένος πίνακας</translation>
    </message>
    <message>
        <source>foreign tables</source>
        <translation>ξένοι πίνακες</translation>
    </message>
    <message>
        <source>aggregate</source>
        <translation>συγκεντρωτική συνάρτηση</translation>
    </message>
    <message>
        <source>aggregates</source>
        <translation>συγκεντρωτικές συναρτήσεις</translation>
    </message>
    <message>
        <source>range type</source>
        <translation>τύπος διαστημάτων</translation>
    </message>
    <message>
        <source>range types</source>
        <translation>τύποι διαστημάτων</translation>
    </message>
    <message>
        <source>base type</source>
        <translation>βασικός τύπος</translation>
    </message>
    <message>
        <source>base types</source>
        <translation>βασικοί τύποι</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>τελεστής</translation>
    </message>
    <message>
        <source>operators</source>
        <translation>τελεστές</translation>
    </message>
    <message>
        <source>operator class</source>
        <translation>κλάση τελεστών</translation>
    </message>
    <message>
        <source>operator classes</source>
        <translation>κλάσεις τελεστών</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>κανόνας ταξινόμησης</translation>
    </message>
    <message>
        <source>collations</source>
        <translation>κανόνες ταξινόμησης</translation>
    </message>
    <message>
        <source>conversion</source>
        <translation>μετατροπή κωδικοποίησης</translation>
    </message>
    <message>
        <source>conversions</source>
        <translation>μετατροπές κωδικοποίησης</translation>
    </message>
    <message>
        <source>statistics object</source>
        <translation>αντικείμενο στατιστικών</translation>
    </message>
    <message>
        <source>statistics objects</source>
        <translation>αντικείμενα στατιστικών</translation>
    </message>
    <message>
        <source>text search configuration</source>
        <translation>ρύθμιση αναζήτησης κειμένου</translation>
    </message>
    <message>
        <source>text search configurations</source>
        <translation>ρυθμίσεις αναζήτησης κειμένου</translation>
    </message>
    <message>
        <source>text search dictionary</source>
        <translation>λεξικό αναζήτησης κειμένου</translation>
    </message>
    <message>
        <source>text search dictionaries</source>
        <translation>λεξικά αναζήτησης κειμένου</translation>
    </message>
    <message>
        <source>text search parser</source>
        <translation>αναλυτής αναζήτησης κειμένου</translation>
    </message>
    <message>
        <source>text search parsers</source>
        <translation>αναλυτές αναζήτησης κειμένου</translation>
    </message>
    <message>
        <source>text search template</source>
        <translation>πρότυπο αναζήτησης κειμένου</translation>
    </message>
    <message>
        <source>text search templates</source>
        <translation>πρότυπα αναζήτησης κειμένου</translation>
    </message>
    <message>
        <source>cast</source>
        <translation>μετατροπή τύπου</translation>
    </message>
    <message>
        <source>casts</source>
        <translation>μετατροπές τύπων</translation>
    </message>
    <message>
        <source>event trigger</source>
        <translation>έναυσμα συμβάντων</translation>
    </message>
    <message>
        <source>event triggers</source>
        <translation>εναύσματα συμβάντων</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>δημοσίευση</translation>
    </message>
    <message>
        <source>publications</source>
        <translation>δημοσιεύσεις</translation>
    </message>
    <message>
        <source>foreign server</source>
        <translation>ξένος διακομιστής</translation>
    </message>
    <message>
        <source>foreign servers</source>
        <translation>ξένοι διακομιστές</translation>
    </message>
    <message>
        <source>default privilege</source>
        <translation>προεπιλεγμένο δικαίωμα</translation>
    </message>
    <message>
        <source>default privileges</source>
        <translation>προεπιλεγμένα δικαιώματα</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>κανόνας</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>κανόνες</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>σχόλιο</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>σχόλια</translation>
    </message>
    <message>
        <source>object with grants</source>
        <translation>αντικείμενο με δικαιώματα</translation>
    </message>
    <message>
        <source>objects with grants</source>
        <translation>αντικείμενα με δικαιώματα</translation>
    </message>
    <message>
        <source>match</source>
        <translation>ίδιο</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>λείπει</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>επιπλέον</translation>
    </message>
    <message>
        <source>different</source>
        <translation>διαφορετικό</translation>
    </message>
    <message>
        <source>misplaced</source>
        <translation>σε λάθος βάση</translation>
    </message>
    <message>
        <source>versions of extensions (%1)</source>
        <translation>εκδόσεις επεκτάσεων (%1)</translation>
    </message>
    <message>
        <source>the server is a standby</source>
        <translation>ο διακομιστής είναι standby</translation>
    </message>
    <message>
        <source>the role %1 may not create databases</source>
        <translation>ο ρόλος %1 δεν επιτρέπεται να δημιουργεί βάσεις</translation>
    </message>
    <message>
        <source>the session is read-only</source>
        <translation>η συνεδρία μόνο διαβάζει</translation>
    </message>
    <message>
        <source>revision %1 runs outside transactions</source>
        <translation>η αναθεώρηση %1 εκτελείται έξω από συναλλαγές</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (%2) is not among what is tried in a database in use</source>
        <translation>το «%1» (%2) δεν είναι από όσα δοκιμάζονται σε βάση που χρησιμοποιείται</translation>
    </message>
    <message>
        <source>the statement at %1 may reach beyond a throw-away schema</source>
        <translation>η εντολή στο %1 ίσως επηρεάζει κάτι έξω από το προσωρινό σχήμα</translation>
    </message>
    <message>
        <source>the revisions make more objects than one transaction should lock</source>
        <translation>οι αναθεωρήσεις φτιάχνουν περισσότερα αντικείμενα από όσα πρέπει να κλειδώνει μία συναλλαγή</translation>
    </message>
    <message>
        <source>a transaction is open</source>
        <translation>υπάρχει ανοικτή συναλλαγή</translation>
    </message>
    <message>
        <source>the role %1 may not create a schema</source>
        <translation>ο ρόλος %1 δεν επιτρέπεται να δημιουργεί σχήμα</translation>
    </message>
    <message>
        <source>This is not an expected schema that this program can read.</source>
        <translation>Αυτό δεν είναι αναμενόμενο σχήμα που διαβάζει αυτό το πρόγραμμα.</translation>
    </message>
    <message>
        <source>An object is not [kind, schema, table, name, definition].</source>
        <translation>Ένα αντικείμενο δεν είναι [kind, schema, table, name, definition].</translation>
    </message>
    <message>
        <source>Its format is not %1.</source>
        <translation>Η μορφή του δεν είναι %1.</translation>
    </message>
    <message>
        <source>It holds no list of objects.</source>
        <translation>Δεν έχει λίστα αντικειμένων.</translation>
    </message>
    <message>
        <source>%1 is gone that was there before</source>
        <translation>λείπει το %1 που υπήρχε πριν</translation>
    </message>
    <message>
        <source>%1 was &quot;%2&quot; and is &quot;%3&quot;</source>
        <translation>το %1 ήταν «%2» και είναι «%3»</translation>
    </message>
    <message>
        <source>%1 is left behind</source>
        <translation>απομένει το %1</translation>
    </message>
    <message>
        <source>%1, %2 in %3</source>
        <translation>%1, %2 στο %3</translation>
    </message>
    <message>
        <source>The step before it stands.</source>
        <translation>Το βήμα πριν από αυτό ισχύει.</translation>
    </message>
    <message numerus="yes">
        <source>The %n step(s) before it stand.</source>
        <translation>
            <numerusform>Το %n βήμα πριν από αυτό ισχύει.</numerusform>
            <numerusform>Τα %n βήματα πριν από αυτό ισχύουν.</numerusform>
        </translation>
    </message>
    <message>
        <source>Databases elsewhere need none.</source>
        <translation>Οι βάσεις αλλού δεν τον χρειάζονται.</translation>
    </message>
    <message>
        <source>Run the installer of Socrates Admin again and choose the private server, or install PostgreSQL.</source>
        <translation>Νέα εκτέλεση του προγράμματος εγκατάστασης του Socrates Admin με επιλογή του ιδιωτικού διακομιστή, ή εγκατάσταση της PostgreSQL.</translation>
    </message>
    <message>
        <source>Install PostgreSQL (with Homebrew: brew install postgresql@17).</source>
        <translation>Εγκατάσταση της PostgreSQL (με Homebrew: brew install postgresql@17).</translation>
    </message>
    <message>
        <source>Install PostgreSQL&apos;s server (on Debian: sudo apt install postgresql).</source>
        <translation>Εγκατάσταση του διακομιστή PostgreSQL (στο Debian: sudo apt install postgresql).</translation>
    </message>
    <message>
        <source>Something in this database is locked, so that it cannot even be read.</source>
        <translation>Κάτι σε αυτή τη βάση είναι κλειδωμένο, ώστε ούτε να διαβαστεί δεν μπορεί.</translation>
    </message>
    <message>
        <source>It was left untouched. Find out who made it; Alembic makes an ordinary table owned by the role that migrates. When that is %1, connect as %1 or a member of it, or run everything as it (--role %1).</source>
        <translation>Έμεινε ανέγγιχτος. Βρείτε ποιος τον έφτιαξε· το Alembic φτιάχνει έναν συνηθισμένο πίνακα που ανήκει στον ρόλο που εκτελεί τις μεταβάσεις. Αν αυτός είναι ο %1, συνδεθείτε ως %1 ή ως μέλος του, ή εκτελέστε τα πάντα ως αυτός (--role %1).</translation>
    </message>
    <message>
        <source>Tables of this project are here already (%1), and no version row says which revision that is, so an upgrade would fail on them. Recognise finds out.</source>
        <translation>Πίνακες του έργου υπάρχουν ήδη εδώ (%1), και καμία γραμμή έκδοσης δεν λέει ποια αναθεώρηση είναι, οπότε μια αναβάθμιση θα αποτύγχανε σε αυτούς. Η Αναγνώριση το βρίσκει.</translation>
    </message>
    <message>
        <source>The connection was lost after the step before this one was committed; this one was not begun. Start the same again: it goes on here.</source>
        <translation>Η σύνδεση χάθηκε αφού επικυρώθηκε το προηγούμενο βήμα· αυτό δεν άρχισε. Με νέα εκκίνηση του ίδιου, η εργασία συνεχίζει από εδώ.</translation>
    </message>
    <message>
        <source>%1 runs a DO block, whose effect on rows cannot be counted beforehand</source>
        <translation>η %1 εκτελεί μπλοκ DO, του οποίου η επίδραση στις γραμμές δεν μετριέται εκ των προτέρων</translation>
    </message>
    <message>
        <source>%1 runs a function, whose effect on rows cannot be counted beforehand: %2</source>
        <translation>η %1 εκτελεί συνάρτηση, της οποίας η επίδραση στις γραμμές δεν μετριέται εκ των προτέρων: %2</translation>
    </message>
    <message>
        <source>%1 changes rows, which are not counted: %2</source>
        <translation>η %1 αλλάζει γραμμές, που δεν μετριούνται: %2</translation>
    </message>
    <message>
        <source>%1 converts the values of a column: %2</source>
        <translation>η %1 μετατρέπει τις τιμές μιας στήλης: %2</translation>
    </message>
    <message>
        <source>As far as can be counted, no rows will be deleted.</source>
        <translation>Όσο μπορεί να μετρηθεί, δεν θα διαγραφούν γραμμές.</translation>
    </message>
    <message>
        <source>Whether it is to be committed is recorded in %1, which cannot be asked now: %2</source>
        <translation>Το αν πρέπει να οριστικοποιηθεί είναι καταγεγραμμένο στην %1, που δεν μπορεί να ερωτηθεί τώρα: %2</translation>
    </message>
    <message>
        <source>Whether it is to be committed is recorded in %1, but the database that is connected as that is another one than then.</source>
        <translation>Το αν πρέπει να οριστικοποιηθεί είναι καταγεγραμμένο στην %1, αλλά η βάση που είναι συνδεδεμένη ως αυτή είναι άλλη από τότε.</translation>
    </message>
    <message>
        <source>Whether it is to be committed is recorded in %1, which is not connected.</source>
        <translation>Το αν πρέπει να οριστικοποιηθεί είναι καταγεγραμμένο στην %1, που δεν είναι συνδεδεμένη.</translation>
    </message>
    <message>
        <source>%1 can be written to on several servers at once: %2.</source>
        <translation>Στη βάση %1 μπορεί να γράψει κανείς σε περισσότερους διακομιστές ταυτόχρονα: %2.</translation>
    </message>
    <message>
        <source>nothing of this lineage is in it: it looks like %1</source>
        <translation>δεν έχει τίποτα από αυτή τη σειρά: μοιάζει με την %1</translation>
    </message>
    <message>
        <source>the schema socrates_admin belongs to %1</source>
        <translation>το σχήμα socrates_admin ανήκει στον %1</translation>
    </message>
    <message>
        <source>migration_log is not an ordinary table</source>
        <translation>το migration_log δεν είναι συνηθισμένος πίνακας</translation>
    </message>
    <message>
        <source>migration_log belongs to %1</source>
        <translation>το migration_log ανήκει στον %1</translation>
    </message>
    <message>
        <source>migration_log has row-level security</source>
        <translation>το migration_log έχει ασφάλεια σε επίπεδο γραμμών</translation>
    </message>
    <message>
        <source>migration_log has a trigger</source>
        <translation>το migration_log έχει σκανδάλη (trigger)</translation>
    </message>
    <message>
        <source>migration_log has a rule</source>
        <translation>το migration_log έχει κανόνα (rule)</translation>
    </message>
    <message>
        <source>Of the hosts given some are standbys, and others do not answer. When a failover is under way, a new primary is there in a moment; else start the primary.</source>
        <translation>Από τους υπολογιστές που δόθηκαν κάποιοι είναι εφεδρικοί και άλλοι δεν απαντούν. Αν γίνεται μετάβαση, σε λίγο θα υπάρχει νέος πρωτεύων· αλλιώς ξεκινήστε τον πρωτεύοντα.</translation>
    </message>
    <message>
        <source>The server was stopped, restarted or cannot be reached any more. What was not committed is rolled back: when it answers again, start the same once more.</source>
        <translation>Ο διακομιστής σταμάτησε, επανεκκίνησε ή δεν είναι πια προσβάσιμος. Ό,τι δεν οριστικοποιήθηκε αναιρείται: όταν απαντά πάλι, ξεκινήστε το ίδιο ξανά.</translation>
    </message>
    <message>
        <source>TLS, verified as far as the service file asks for it (sslmode).</source>
        <translation>TLS, με τον έλεγχο που ζητά το αρχείο υπηρεσιών (sslmode).</translation>
    </message>
    <message numerus="yes">
        <source>deletes %n row(s) of %1</source>
        <translation>
            <numerusform>διαγράφει %n γραμμή του %1</numerusform>
            <numerusform>διαγράφει %n γραμμές του %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changes %n row(s) of %1</source>
        <translation>
            <numerusform>αλλάζει %n γραμμή του %1</numerusform>
            <numerusform>αλλάζει %n γραμμές του %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds %n row(s) to %1</source>
        <translation>
            <numerusform>προσθέτει %n γραμμή στον %1</numerusform>
            <numerusform>προσθέτει %n γραμμές στον %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Hints, which are no faults</source>
        <translation>Υποδείξεις, που δεν είναι σφάλματα</translation>
    </message>
    <message>
        <source>The password was not accepted.</source>
        <translation>Ο κωδικός δεν έγινε δεκτός.</translation>
    </message>
    <message>
        <source>Check the user and the password; both are case-sensitive.</source>
        <translation>Ελέγξτε τον χρήστη και τον κωδικό· τα πεζά και τα κεφαλαία διαφέρουν και στα δύο.</translation>
    </message>
    <message>
        <source>The server does not let this user in from here.</source>
        <translation>Ο διακομιστής δεν δέχεται αυτόν τον χρήστη από εδώ.</translation>
    </message>
    <message>
        <source>The server&apos;s pg_hba.conf decides who may sign in from where, and whether TLS is demanded.</source>
        <translation>Το pg_hba.conf του διακομιστή ορίζει ποιος συνδέεται από πού και αν απαιτείται TLS.</translation>
    </message>
    <message>
        <source>The database does not exist on this server.</source>
        <translation>Η βάση δεν υπάρχει σε αυτόν τον διακομιστή.</translation>
    </message>
    <message>
        <source>Create it (socrates-migrate provision, or Create Database in the connection test), or correct its name.</source>
        <translation>Δημιουργήστε την (socrates-migrate provision, ή Δημιουργία βάσης στη δοκιμή σύνδεσης) ή διορθώστε το όνομά της.</translation>
    </message>
    <message>
        <source>The server has no free connection.</source>
        <translation>Ο διακομιστής δεν έχει ελεύθερη σύνδεση.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or raise max_connections.</source>
        <translation>Κλείστε άλλα προγράμματα που τον χρησιμοποιούν ή αυξήστε το max_connections.</translation>
    </message>
    <message>
        <source>The server is starting up, shutting down or recovering.</source>
        <translation>Ο διακομιστής ξεκινά, σταματά ή ανακάμπτει.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Δοκιμάστε ξανά σε λίγο.</translation>
    </message>
    <message>
        <source>The server wants a password and none was given.</source>
        <translation>Ο διακομιστής ζητά κωδικό και δεν δόθηκε κανένας.</translation>
    </message>
    <message>
        <source>Give the password in the URI, with --password-file, or in the connection&apos;s password field.</source>
        <translation>Δώστε τον κωδικό στη διεύθυνση, με --password-file ή στο πεδίο κωδικού της σύνδεσης.</translation>
    </message>
    <message>
        <source>No server that can be written to was found.</source>
        <translation>Δεν βρέθηκε διακομιστής που να δέχεται εγγραφές.</translation>
    </message>
    <message>
        <source>All hosts given are standbys or read-only.</source>
        <translation>Όλοι οι υπολογιστές που δόθηκαν είναι αντίγραφα ή μόνο για ανάγνωση.</translation>
    </message>
    <message>
        <source>No server of the wanted kind was found.</source>
        <translation>Δεν βρέθηκε διακομιστής του είδους που ζητήθηκε.</translation>
    </message>
    <message>
        <source>target_session_attrs asks for a primary and only a standby answered.</source>
        <translation>Το target_session_attrs ζητά κύριο διακομιστή και απάντησε μόνο αντίγραφο.</translation>
    </message>
    <message>
        <source>The host name is not known.</source>
        <translation>Το όνομα του υπολογιστή είναι άγνωστο.</translation>
    </message>
    <message>
        <source>Check the spelling of the host, and that the network (VPN) is there.</source>
        <translation>Ελέγξτε την ορθογραφία του ονόματος και ότι υπάρχει δίκτυο (VPN).</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>Τίποτα δεν απαντά σε αυτή τη διεύθυνση.</translation>
    </message>
    <message>
        <source>Start PostgreSQL, or correct host and port. Its usual port is 5432.</source>
        <translation>Ξεκινήστε την PostgreSQL ή διορθώστε τον υπολογιστή και τη θύρα. Η συνήθης θύρα είναι η 5432.</translation>
    </message>
    <message>
        <source>Nothing answers at this socket.</source>
        <translation>Τίποτα δεν απαντά σε αυτό το socket.</translation>
    </message>
    <message>
        <source>Start PostgreSQL, or give the folder of its socket as host.</source>
        <translation>Ξεκινήστε την PostgreSQL ή δώστε ως υπολογιστή τον φάκελο του socket της.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not accepted.</source>
        <translation>Το πιστοποιητικό του διακομιστή δεν έγινε δεκτό.</translation>
    </message>
    <message>
        <source>Give the right root certificate (sslrootcert), or correct the host name.</source>
        <translation>Δώστε το σωστό ριζικό πιστοποιητικό (sslrootcert) ή διορθώστε το όνομα του υπολογιστή.</translation>
    </message>
    <message>
        <source>No encrypted connection could be made.</source>
        <translation>Δεν έγινε κρυπτογραφημένη σύνδεση.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s administrator for TLS, or choose another sslmode if the network can be trusted.</source>
        <translation>Ζητήστε TLS από τον διαχειριστή του διακομιστή ή επιλέξτε άλλο sslmode, αν το δίκτυο είναι έμπιστο.</translation>
    </message>
    <message>
        <source>The connection has an option that libpq does not know.</source>
        <translation>Η σύνδεση έχει μια επιλογή που η libpq δεν γνωρίζει.</translation>
    </message>
    <message>
        <source>The server wants a certificate of the client&apos;s.</source>
        <translation>Ο διακομιστής ζητά πιστοποιητικό του πελάτη.</translation>
    </message>
    <message>
        <source>Give a client certificate and its key (sslcert, sslkey).</source>
        <translation>Δίνεται πιστοποιητικό πελάτη και το κλειδί του (sslcert, sslkey).</translation>
    </message>
    <message>
        <source>The client certificate is for another user.</source>
        <translation>Το πιστοποιητικό πελάτη είναι για άλλον χρήστη.</translation>
    </message>
    <message>
        <source>Its common name must be the user&apos;s name, unless pg_ident.conf maps it.</source>
        <translation>Το κοινό όνομά του πρέπει να είναι το όνομα του χρήστη, εκτός αν το αντιστοιχίζει το pg_ident.conf.</translation>
    </message>
    <message>
        <source>The server does not trust the client certificate.</source>
        <translation>Ο διακομιστής δεν εμπιστεύεται το πιστοποιητικό πελάτη.</translation>
    </message>
    <message>
        <source>Give one that was signed by an authority the server knows (its ssl_ca_file).</source>
        <translation>Δίνεται ένα που υπέγραψε αρχή την οποία γνωρίζει ο διακομιστής (το ssl_ca_file του).</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name.</source>
        <translation>Το πιστοποιητικό του διακομιστή είναι για άλλο όνομα.</translation>
    </message>
    <message>
        <source>Write the host as the certificate names it. If it is right, another server answers here.</source>
        <translation>Ο κεντρικός υπολογιστής γράφεται όπως τον ονομάζει το πιστοποιητικό. Αν είναι σωστός, εδώ απαντά άλλος διακομιστής.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate comes from an authority that is not trusted here.</source>
        <translation>Το πιστοποιητικό του διακομιστή προέρχεται από αρχή που δεν θεωρείται έμπιστη εδώ.</translation>
    </message>
    <message>
        <source>Give the root certificate of the authority that signed it (sslrootcert).</source>
        <translation>Δίνεται το ριζικό πιστοποιητικό της αρχής που το υπέγραψε (sslrootcert).</translation>
    </message>
    <message>
        <source>The root certificate cannot be read.</source>
        <translation>Το ριζικό πιστοποιητικό δεν διαβάζεται.</translation>
    </message>
    <message>
        <source>Give the file of the authority that signed the server&apos;s certificate (sslrootcert).</source>
        <translation>Δίνεται το αρχείο της αρχής που υπέγραψε το πιστοποιητικό του διακομιστή (sslrootcert).</translation>
    </message>
    <message>
        <source>The key of the client certificate cannot be used.</source>
        <translation>Το κλειδί του πιστοποιητικού πελάτη δεν μπορεί να χρησιμοποιηθεί.</translation>
    </message>
    <message>
        <source>It must belong to the certificate, and nobody but its owner may read it (chmod 600).</source>
        <translation>Πρέπει να ανήκει στο πιστοποιητικό και να το διαβάζει μόνο ο κάτοχός του (chmod 600).</translation>
    </message>
    <message>
        <source>The client certificate cannot be read.</source>
        <translation>Το πιστοποιητικό πελάτη δεν διαβάζεται.</translation>
    </message>
    <message>
        <source>Check the path of sslcert; the file is in PEM format.</source>
        <translation>Ελέγχεται η διαδρομή του sslcert· το αρχείο είναι σε μορφή PEM.</translation>
    </message>
    <message>
        <source>A cluster has one primary. A failover that did not stop the old one leaves two, and what one of them commits is lost. Nothing was run.</source>
        <translation>Μια συστοιχία έχει έναν πρωτεύοντα. Μια μετάβαση που δεν σταμάτησε τον παλιό αφήνει δύο, και όσα οριστικοποιεί ο ένας χάνονται. Δεν εκτελέστηκε τίποτα.</translation>
    </message>
    <message>
        <source>Let the cluster&apos;s manager stop the stale primary (with Patroni: patronictl list), then start this again.</source>
        <translation>Αφήστε τον διαχειριστή της συστοιχίας να σταματήσει τον παλιό πρωτεύοντα (με Patroni: patronictl list) και ξεκινήστε πάλι.</translation>
    </message>
    <message>
        <source>no revision says whose it is</source>
        <translation>καμία αναθεώρηση δεν λέει σε ποιον ανήκει</translation>
    </message>
    <message>
        <source>its not-null constraint: expected %1, found %2</source>
        <translation>ο περιορισμός not null: αναμενόταν %1, βρέθηκε %2</translation>
    </message>
    <message>
        <source>what its owner may do is not changed by this program</source>
        <translation>τα δικαιώματα του ιδιοκτήτη δεν τα αλλάζει αυτό το πρόγραμμα</translation>
    </message>
    <message>
        <source>ordered-set aggregates are not written by this program</source>
        <translation>τις συγκεντρωτικές συναρτήσεις διατεταγμένων συνόλων δεν τις γράφει αυτό το πρόγραμμα</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>στατιστικά</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>δικαίωμα</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>ιδιοκτήτης</translation>
    </message>
    <message>
        <source>comment on</source>
        <translation>σχόλιο για</translation>
    </message>
    <message>
        <source>grants on</source>
        <translation>δικαιώματα σε</translation>
    </message>
    <message>
        <source>owner of</source>
        <translation>ιδιοκτήτης του</translation>
    </message>
    <message>
        <source>%1 that no revision sets</source>
        <translation>%1 που δεν ορίζει καμία αναθεώρηση</translation>
    </message>
    <message>
        <source>its new label %1 can be used only once it is committed: mend the rest after that</source>
        <translation>η νέα τιμή του %1 μπορεί να χρησιμοποιηθεί μόνο αφού γίνει commit: τα υπόλοιπα διορθώνονται μετά από αυτό</translation>
    </message>
    <message>
        <source>its labels: expected %1, found %2. If it is the same label under another name: %3</source>
        <translation>οι τιμές του: αναμένονταν %1, βρέθηκαν %2. Αν είναι η ίδια τιμή με άλλο όνομα: %3</translation>
    </message>
    <message>
        <source>it cannot be made again while %1 %2 calls it</source>
        <translation>δεν μπορεί να ξαναδημιουργηθεί όσο το καλεί το %1 %2</translation>
    </message>
    <message>
        <source>the name %1 is taken by what %2 has</source>
        <translation>το όνομα %1 το έχει ήδη κάτι του %2</translation>
    </message>
    <message>
        <source>it cannot be dropped while the view %1 reads from it</source>
        <translation>δεν μπορεί να διαγραφεί όσο η όψη %1 διαβάζει από αυτό</translation>
    </message>
    <message>
        <source>it cannot be dropped while the foreign key %1 of %2 refers to it</source>
        <translation>δεν μπορεί να διαγραφεί όσο το ξένο κλειδί %1 του %2 αναφέρεται σε αυτό</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two statements</comment>
        <translation>· </translation>
    </message>
    <message>
        <source>alembic_version of %1, empty, which %2 may only read</source>
        <translation>ο πίνακας alembic_version της %1, κενός, που ο %2 μπορεί μόνο να διαβάζει</translation>
    </message>
    <message>
        <source>%1 in schema %2</source>
        <translation>%1 στο σχήμα %2</translation>
    </message>
    <message>
        <source>%1 of role %2</source>
        <translation>%1 του ρόλου %2</translation>
    </message>
    <message>
        <source>there is no role %1 on this server; create it first: CREATE ROLE %2</source>
        <translation>δεν υπάρχει ρόλος %1 σε αυτόν τον διακομιστή· δημιουργήστε τον πρώτα: CREATE ROLE %2</translation>
    </message>
    <message>
        <source>this role may not read its last value, which must lie between %1 and %2: mend it as a role that may</source>
        <translation>αυτός ο ρόλος δεν επιτρέπεται να διαβάσει την τελευταία τιμή της, που πρέπει να είναι μεταξύ %1 και %2: διορθώστε το ως ρόλος που επιτρέπεται</translation>
    </message>
    <message>
        <source>its last value %1 is not between %2 and %3, as it is to be: give it another one first, where that repeats no number (ALTER SEQUENCE %4 RESTART WITH ...), or write other bounds in a revision</source>
        <translation>η τελευταία τιμή της %1 δεν είναι μεταξύ %2 και %3, όπως πρέπει: δώστε της πρώτα άλλη, όπου αυτό δεν επαναλαμβάνει αριθμό (ALTER SEQUENCE %4 RESTART WITH ...), ή γράψτε άλλα όρια σε μια αναθεώρηση</translation>
    </message>
    <message>
        <source>default privileges on</source>
        <translation>προεπιλεγμένα δικαιώματα σε</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>πίνακες</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>ακολουθίες</translation>
    </message>
    <message>
        <source>functions</source>
        <translation>συναρτήσεις</translation>
    </message>
    <message>
        <source>types</source>
        <translation>τύποι</translation>
    </message>
    <message>
        <source>schemas</source>
        <translation>σχήματα</translation>
    </message>
    <message>
        <source>large objects</source>
        <translation>μεγάλα αντικείμενα</translation>
    </message>
    <message>
        <source>PostgreSQL does not narrow it while column %1.%2 holds it as a part: expected %3</source>
        <translation>η PostgreSQL δεν τον στενεύει όσο η στήλη %1.%2 τον περιέχει ως μέρος: αναμενόταν %3</translation>
    </message>
    <message>
        <source>There is no schema public, where the revisions would make their tables: CREATE SCHEMA public; makes it.</source>
        <translation>Δεν υπάρχει σχήμα public, όπου οι αναθεωρήσεις θα έφτιαχναν τους πίνακές τους: το φτιάχνει η εντολή CREATE SCHEMA public;</translation>
    </message>
    <message>
        <source>The log is neither read nor written: %1. Somebody may have planted it, or made it for something else: it ought to be as this program makes it, and belong to this user, a role it belongs to, the owner of the database or a superuser.</source>
        <translation>Το ημερολόγιο ούτε διαβάζεται ούτε γράφεται: %1. Μπορεί να το φύτεψε κάποιος ή να το έφτιαξε για κάτι άλλο: πρέπει να είναι όπως το φτιάχνει αυτό το πρόγραμμα και να ανήκει σε αυτόν τον χρήστη, σε ρόλο στον οποίο ανήκει, στον ιδιοκτήτη της βάσης ή σε υπερχρήστη.</translation>
    </message>
    <message>
        <source>Pending revisions make what is here already (%1), so an upgrade would fail. Recognise finds out.</source>
        <translation>Αναθεωρήσεις που εκκρεμούν φτιάχνουν κάτι που υπάρχει ήδη εδώ (%1), οπότε μια αναβάθμιση θα αποτύγχανε. Η Αναγνώριση το βρίσκει.</translation>
    </message>
    <message>
        <source>They are empty, but these stand on them, so PostgreSQL would not drop them: %1. Remove those first.</source>
        <translation>Είναι άδειοι, αλλά αυτά στηρίζονται σε αυτούς και το PostgreSQL δεν θα τους διέγραφε: %1. Πρώτα διαγράφονται εκείνα.</translation>
    </message>
    <message>
        <source>%1 is different: without %2</source>
        <translation>διαφέρει: %1, χωρίς %2</translation>
    </message>
    <message>
        <source>%1 is different: with %2</source>
        <translation>διαφέρει: %1, με %2</translation>
    </message>
    <message>
        <source>%1 is different: %2 instead of %3</source>
        <translation>διαφέρει: %1, %2 αντί για %3</translation>
    </message>
    <message>
        <source>%1 has the name of a table that %2 makes</source>
        <translation>%1: έχει το όνομα πίνακα που φτιάχνει η %2</translation>
    </message>
    <message>
        <source>%1 is not the one that %2 makes</source>
        <translation>%1: δεν είναι εκείνος που φτιάχνει η %2</translation>
    </message>
    <message>
        <source>%1 is in another schema than %2 makes it in</source>
        <translation>%1: είναι σε άλλο σχήμα από εκείνο όπου τον φτιάχνει η %2</translation>
    </message>
    <message>
        <source>%1 is named %2</source>
        <translation>%1: έχει το όνομα %2</translation>
    </message>
    <message>
        <source>%1 in the schema %2</source>
        <translation>%1 στο σχήμα %2</translation>
    </message>
    <message>
        <source>its version table is not one to trust and was not read: %1</source>
        <translation>ο πίνακας εκδόσεών της δεν είναι αξιόπιστος και δεν διαβάστηκε: %1</translation>
    </message>
    <message>
        <source>its version rows say %1</source>
        <translation>οι γραμμές έκδοσής της λένε %1</translation>
    </message>
    <message>
        <source>this connection does not look there: with options=-csearch_path=%1 it would</source>
        <translation>αυτή η σύνδεση δεν κοιτάζει εκεί: με options=-csearch_path=%1 θα κοίταζε</translation>
    </message>
    <message>
        <source>the table %1 tells that %2 migrates this database</source>
        <translation>ο πίνακας %1 λέει ότι αυτή τη βάση τη μεταφέρει το %2</translation>
    </message>
    <message>
        <source>migration_log has not the columns of this program&apos;s log</source>
        <translation>το migration_log δεν έχει τις στήλες του ημερολογίου αυτού του προγράμματος</translation>
    </message>
    <message>
        <source>Misplaced tables</source>
        <translation>Πίνακες σε λάθος βάση</translation>
    </message>
    <message>
        <source>%1 belongs to %2, whose revisions make it; none of %3 does.</source>
        <translation>%1: ανήκει στην %2, της οποίας οι αναθεωρήσεις τον φτιάχνουν· της %3 καμία.</translation>
    </message>
    <message>
        <source>%1 writes their rows to CSV files.</source>
        <translation>Η εντολή %1 γράφει τις γραμμές τους σε αρχεία CSV.</translation>
    </message>
    <message>
        <source>They are empty, so this would remove them; it was not run. %1 does it, after it has looked once more.</source>
        <translation>Είναι άδειοι, οπότε αυτό θα τους διέγραφε· δεν εκτελέστηκε. Το κάνει η εντολή %1, αφού ελέγξει ακόμη μία φορά.</translation>
    </message>
    <message>
        <source>ought to be named %1</source>
        <translation>θα έπρεπε να λέγεται %1</translation>
    </message>
    <message>
        <source>is there under the name %1</source>
        <translation>υπάρχει με το όνομα %1</translation>
    </message>
    <message>
        <source>default privileges on %1, which the revisions do not say whose they are</source>
        <translation>προεπιλεγμένα δικαιώματα: %1, που οι αναθεωρήσεις δεν λένε τίνος είναι</translation>
    </message>
    <message>
        <source>%1 may not use the schema public, so it sees neither the version table nor the tables as they are.</source>
        <translation>Ο %1 δεν έχει δικαίωμα χρήσης του σχήματος public, οπότε δεν βλέπει ούτε τον πίνακα έκδοσης ούτε τους πίνακες όπως είναι.</translation>
    </message>
    <message>
        <source>Connect as the role that the tables belong to, or let its owner run: GRANT USAGE ON SCHEMA public TO %1;</source>
        <translation>Η σύνδεση θέλει τον ρόλο στον οποίο ανήκουν οι πίνακες, ή ο ιδιοκτήτης του σχήματος να εκτελέσει: GRANT USAGE ON SCHEMA public TO %1;</translation>
    </message>
    <message>
        <source>%1 holds what %2 should, and %2 is another one</source>
        <translation>%1: έχει όσα θα έπρεπε ο %2, και ο %2 είναι άλλος</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <extracomment>The code of this language, which names the folder of its help. Not a word.</extracomment>
        <translation>el</translation>
    </message>
</context>
<context>
    <name>RehearsalFindings</name>
    <message>
        <source>%1 would stay as it is</source>
        <translation>Η %1 θα έμενε ως έχει</translation>
    </message>
    <message>
        <source>%1 would change</source>
        <translation>Η %1 θα άλλαζε</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>socrates::ui</name>
    <message>
        <source>No connection was found in it</source>
        <translation>Δεν βρέθηκε σύνδεση εκεί</translation>
    </message>
    <message>
        <source>A URL looks like postgresql://user@host:5432/database.</source>
        <translation>Ένα URL έχει τη μορφή postgresql://user@host:5432/database.</translation>
    </message>
    <message>
        <source>Expected is a URL like postgresql://user@host:5432/database, or a file that sets %1.</source>
        <translation>Αναμένεται URL όπως postgresql://user@host:5432/database, ή αρχείο που ορίζει %1.</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Το αρχείο δεν διαβάζεται</translation>
    </message>
    <message>
        <source>It is no ordinary file.</source>
        <translation>Δεν είναι συνηθισμένο αρχείο.</translation>
    </message>
    <message>
        <source>It is too large for a .env file.</source>
        <translation>Είναι πολύ μεγάλο για αρχείο .env.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Βάση δεδομένων</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Αναθεώρηση</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Πού</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Γιατί</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Τι μπορεί να γίνει</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Κωδικός</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Τεχνικές λεπτομέρειες</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Γραμμή</translation>
    </message>
    <message>
        <source>Stands on, within one database</source>
        <translation>Στηρίζεται, μέσα σε μία βάση</translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation>Διακεκομμένη γραμμή</translation>
    </message>
    <message>
        <source>Requires a revision of another database</source>
        <translation>Απαιτεί αναθεώρηση άλλης βάσης</translation>
    </message>
    <message>
        <source>Upgraded</source>
        <translation>Αναβαθμίστηκε</translation>
    </message>
    <message>
        <source>Downgraded</source>
        <translation>Υποβαθμίστηκε</translation>
    </message>
    <message>
        <source>Stamped</source>
        <translation>Σφραγίστηκε</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Έγινε δεκτή</translation>
    </message>
    <message>
        <source>Downgrade failed</source>
        <translation>Η υποβάθμιση απέτυχε</translation>
    </message>
    <message>
        <source>Upgrade failed</source>
        <translation>Η αναβάθμιση απέτυχε</translation>
    </message>
    <message>
        <source>base (nothing applied)</source>
        <translation>αφετηρία (τίποτα εφαρμοσμένο)</translation>
    </message>
    <message>
        <source>If step %1 fails, its transaction is rolled back and %2 stays at %3.</source>
        <translation>Αν αποτύχει το βήμα %1, η συναλλαγή του αναιρείται και η %2 μένει στο %3.</translation>
    </message>
    <message>
        <source>Step %1 runs outside a transaction: if a statement fails, the statements before it stay, and %2 stays at %3.</source>
        <translation>Το βήμα %1 εκτελείται χωρίς συναλλαγή: αν αποτύχει μια εντολή, οι προηγούμενες μένουν, και η %2 μένει στο %3.</translation>
    </message>
    <message>
        <source>Step 1 stands.</source>
        <translation>Το βήμα 1 μένει.</translation>
    </message>
    <message>
        <source>Steps %1 stand.</source>
        <translation>Τα βήματα %1 μένουν.</translation>
    </message>
    <message>
        <source>Step %1 does not run.</source>
        <translation>Το βήμα %1 δεν εκτελείται.</translation>
    </message>
    <message>
        <source>Steps %1 do not run.</source>
        <translation>Τα βήματα %1 δεν εκτελούνται.</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 βήμα</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 βήματα</translation>
    </message>
    <message>
        <source>1 database</source>
        <translation>1 βάση</translation>
    </message>
    <message>
        <source>%1 databases</source>
        <translation>%1 βάσεις</translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1 εντολή</translation>
    </message>
    <message>
        <source>%1 statements</source>
        <translation>%1 εντολές</translation>
    </message>
    <message>
        <source>Apply 1 Migration</source>
        <translation>Εφαρμογή 1 αναθεώρησης</translation>
    </message>
    <message>
        <source>Apply %1 Migrations</source>
        <translation>Εφαρμογή %1 αναθεωρήσεων</translation>
    </message>
    <message>
        <source>Downgrade 1 Migration…</source>
        <translation>Υποβάθμιση 1 αναθεώρησης…</translation>
    </message>
    <message>
        <source>Downgrade %1 Migrations…</source>
        <translation>Υποβάθμιση %1 αναθεωρήσεων…</translation>
    </message>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation>%1, χωρίς απάντηση: %2</translation>
    </message>
    <message>
        <source>%1 is at %2</source>
        <translation>%1: στο %2</translation>
    </message>
    <message>
        <source>, with nothing pending</source>
        <translation>, χωρίς εκκρεμότητες</translation>
    </message>
    <message>
        <source>, with %1 pending</source>
        <translation>, με %1 σε εκκρεμότητα</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Συντομεύσεις πληκτρολογίου</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Ενέργειες και τα πλήκτρα τους</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Ενέργεια</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Πλήκτρα</translation>
    </message>
    <message>
        <source>The report could not be written to %1.</source>
        <translation>Η αναφορά δεν γράφτηκε στο %1.</translation>
    </message>
    <message>
        <source>Unlock production</source>
        <translation>Ξεκλείδωμα παραγωγής</translation>
    </message>
    <message>
        <source>%1 is PRODUCTION. Unlocking lets this sitting change it.</source>
        <translation>Η σύνδεση %1 είναι PRODUCTION. Το ξεκλείδωμα επιτρέπει σε αυτή τη συνεδρία να την αλλάξει.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Ξεκλείδωμα</translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation>Μια εκτέλεση είναι σε εξέλιξη</translation>
    </message>
    <message>
        <source>Keep Running</source>
        <translation>Να συνεχίσει</translation>
    </message>
    <message>
        <source>Stop and Close</source>
        <translation>Διακοπή και κλείσιμο</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Εφαρμόστηκε</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Εκκρεμεί</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Εκτελείται</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Απέτυχε</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Άλλαξε</translation>
    </message>
    <message>
        <source>Missing file</source>
        <translation>Λείπει το αρχείο</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>Εκτός σειράς</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Υιοθετήθηκε</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Αργότερα</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Άγνωστη</translation>
    </message>
    <message>
        <source>In the database, as the file says</source>
        <translation>Στη βάση, όπως λέει το αρχείο</translation>
    </message>
    <message>
        <source>Has a file, is not in the database yet</source>
        <translation>Έχει αρχείο, δεν είναι ακόμη στη βάση</translation>
    </message>
    <message>
        <source>Being run now</source>
        <translation>Εκτελείται τώρα</translation>
    </message>
    <message>
        <source>The last attempt failed</source>
        <translation>Η τελευταία προσπάθεια απέτυχε</translation>
    </message>
    <message>
        <source>Applied, but the file was changed afterwards</source>
        <translation>Εφαρμόστηκε, αλλά το αρχείο άλλαξε μετά</translation>
    </message>
    <message>
        <source>The database names it, but no file does</source>
        <translation>Τη γράφει η βάση, όχι κάποιο αρχείο</translation>
    </message>
    <message>
        <source>Applied after a revision that stands on it</source>
        <translation>Εφαρμόστηκε μετά από αναθεώρηση που στηρίζεται πάνω της</translation>
    </message>
    <message>
        <source>Applied by Alembic or stamped, not run here</source>
        <translation>Από το Alembic ή με σφράγιση, δεν εκτελέστηκε εδώ</translation>
    </message>
    <message>
        <source>Announced for a later phase, no file yet</source>
        <translation>Αναγγέλθηκε για επόμενη φάση, χωρίς αρχείο ακόμη</translation>
    </message>
    <message>
        <source>Has a file, the database has not been asked</source>
        <translation>Έχει αρχείο, η βάση δεν ρωτήθηκε</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Συμφωνεί</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Λείπει</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>Επιπλέον</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Διαφέρει</translation>
    </message>
    <message>
        <source>Misplaced</source>
        <translation>Σε άλλη βάση</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Σχήμα</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Πίνακας</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Στήλη</translation>
    </message>
    <message>
        <source>Primary key</source>
        <translation>Κύριο κλειδί</translation>
    </message>
    <message>
        <source>Unique constraint</source>
        <translation>Περιορισμός μοναδικότητας</translation>
    </message>
    <message>
        <source>Foreign key</source>
        <translation>Ξένο κλειδί</translation>
    </message>
    <message>
        <source>Check constraint</source>
        <translation>Περιορισμός ελέγχου</translation>
    </message>
    <message>
        <source>Exclusion constraint</source>
        <translation>Περιορισμός αποκλεισμού</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Ευρετήριο</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Ακολουθία</translation>
    </message>
    <message>
        <source>Enumeration</source>
        <translation>Απαρίθμηση</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Πεδίο τιμών</translation>
    </message>
    <message>
        <source>Composite type</source>
        <translation>Σύνθετος τύπος</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Όψη</translation>
    </message>
    <message>
        <source>Materialized view</source>
        <translation>Υλοποιημένη όψη</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Συνάρτηση</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Έναυσμα</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Πολιτική</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Επέκταση</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Σχήματα</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Πίνακες</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Στήλες</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Περιορισμοί</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Ευρετήρια</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Ακολουθίες</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Τύποι</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Όψεις</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Συναρτήσεις</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Εναύσματα</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Πολιτικές</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Επεκτάσεις</translation>
    </message>
    <message>
        <source>%1: migrations are being run. Stopping ends the run after the step under way.</source>
        <translation>%1: εκτελούνται αναθεωρήσεις. Η διακοπή τελειώνει την εκτέλεση μετά το τρέχον βήμα.</translation>
    </message>
    <message>
        <source>Terminate their session</source>
        <translation>Τερματισμός της συνεδρίας τους</translation>
    </message>
    <message>
        <source>Cancel their statement</source>
        <translation>Ακύρωση της εντολής τους</translation>
    </message>
    <message>
        <source>%1: the session of %2 is ended, and what it has not committed is lost.</source>
        <translation>%1: η συνεδρία του χρήστη %2 τερματίζεται και ό,τι δεν έχει οριστικοποιήσει χάνεται.</translation>
    </message>
    <message>
        <source>%1: the statement of %2 is cancelled, and their transaction fails.</source>
        <translation>%1: η εντολή του χρήστη %2 ακυρώνεται και η συναλλαγή του αποτυγχάνει.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Αναμονή</translation>
    </message>
    <message>
        <source>Terminate Theirs</source>
        <translation>Τερματισμός της δικής τους</translation>
    </message>
    <message>
        <source>Cancel Theirs</source>
        <translation>Ακύρωση της δικής τους</translation>
    </message>
    <message>
        <source>Name the editor in Tools &gt; Settings.</source>
        <translation>Ονομάστε τον επεξεργαστή στο Εργαλεία &gt; Ρυθμίσεις.</translation>
    </message>
    <message>
        <source>No program on this computer opens %1.</source>
        <translation>Κανένα πρόγραμμα σε αυτόν τον υπολογιστή δεν ανοίγει το %1.</translation>
    </message>
    <message>
        <source>The editor %1 could not be started.</source>
        <translation>Ο επεξεργαστής %1 δεν ήταν δυνατό να ξεκινήσει.</translation>
    </message>
    <message>
        <source>proved</source>
        <translation>αποδείχθηκε</translation>
    </message>
    <message>
        <source>leaves %1</source>
        <translation>αφήνει %1</translation>
    </message>
    <message>
        <source>irreversible</source>
        <translation>μη αναστρέψιμη</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>αποτυγχάνει</translation>
    </message>
    <message>
        <source>Not proved yet: Prove Undo tries it in a database of its own.</source>
        <translation>Χωρίς απόδειξη ακόμη: η «Απόδειξη αναίρεσης» τη δοκιμάζει σε δική της βάση.</translation>
    </message>
    <message>
        <source>Proved: after upgrade and downgrade the schema is what it was.</source>
        <translation>Αποδείχθηκε: μετά την αναβάθμιση και την υποβάθμιση το σχήμα είναι όπως ήταν.</translation>
    </message>
    <message>
        <source>Irreversible: %1</source>
        <translation>Μη αναστρέψιμη: %1</translation>
    </message>
    <message>
        <source>Trying it failed: %1</source>
        <translation>Η δοκιμή απέτυχε: %1</translation>
    </message>
    <message>
        <source>The downgrade does not take everything back:</source>
        <translation>Η υποβάθμιση δεν παίρνει τα πάντα πίσω:</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>όχι ακόμη</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>The map could not be written to %1.</source>
        <translation>Ο χάρτης δεν μπόρεσε να γραφτεί στο %1.</translation>
    </message>
    <message>
        <source>The revisions make it, the database has it not</source>
        <translation>Οι αναθεωρήσεις το δημιουργούν, η βάση δεν το έχει</translation>
    </message>
    <message>
        <source>The database has it, no revision makes it</source>
        <translation>Η βάση το έχει, καμία αναθεώρηση δεν το δημιουργεί</translation>
    </message>
    <message>
        <source>It, or a part of it, is not as the revisions make it</source>
        <translation>Το ίδιο, ή μέρος του, δεν είναι όπως το δημιουργούν οι αναθεωρήσεις</translation>
    </message>
    <message>
        <source>It belongs to another database</source>
        <translation>Ανήκει σε άλλη βάση</translation>
    </message>
    <message>
        <source>This step makes it</source>
        <translation>Αυτό το βήμα το δημιουργεί</translation>
    </message>
    <message>
        <source>This step removes it</source>
        <translation>Αυτό το βήμα το διαγράφει</translation>
    </message>
    <message>
        <source>This step changes it or a part of it</source>
        <translation>Αυτό το βήμα αλλάζει το ίδιο ή μέρος του</translation>
    </message>
    <message>
        <source>Foreign key; the arrow points to what it names</source>
        <translation>Ξένο κλειδί· το βέλος δείχνει σε αυτό που ονομάζει</translation>
    </message>
    <message>
        <source>Reference to another database, which no server watches</source>
        <translation>Αναφορά σε άλλη βάση, που κανένας διακομιστής δεν επιβλέπει</translation>
    </message>
    <message>
        <source>Dashed box</source>
        <translation>Διακεκομμένο πλαίσιο</translation>
    </message>
    <message>
        <source>Planned table, in no revision yet</source>
        <translation>Πίνακας σε σχέδιο, σε καμία αναθεώρηση ακόμη</translation>
    </message>
    <message>
        <source>Dot</source>
        <translation>Κουκκίδα</translation>
    </message>
    <message>
        <source>NOT NULL: there is always a value</source>
        <translation>NOT NULL: υπάρχει πάντα τιμή</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Δακτύλιος</translation>
    </message>
    <message>
        <source>The column may be NULL</source>
        <translation>Η στήλη μπορεί να είναι NULL</translation>
    </message>
    <message>
        <source>Primary key, foreign key or reference, unique</source>
        <translation>Κύριο κλειδί, ξένο κλειδί ή αναφορά, μοναδικό</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>λείπει</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>επιπλέον</translation>
    </message>
    <message>
        <source>different</source>
        <translation>διαφορετικό</translation>
    </message>
    <message>
        <source>misplaced</source>
        <translation>σε λάθος βάση</translation>
    </message>
    <message>
        <source>created</source>
        <translation>δημιουργείται</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>διαγράφεται</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>αλλάζει</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>κύριο κλειδί</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>ξένο κλειδί</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>μοναδικό</translation>
    </message>
    <message>
        <source>database %1</source>
        <translation>βάση %1</translation>
    </message>
    <message>
        <source>planned for phase %1</source>
        <translation>σε σχέδιο για τη φάση %1</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n στήλη</numerusform>
            <numerusform>%n στήλες</numerusform>
        </translation>
    </message>
    <message>
        <source>refers to %1</source>
        <translation>αναφέρεται σε %1</translation>
    </message>
    <message>
        <source>base</source>
        <translation>αφετηρία</translation>
    </message>
    <message>
        <source>now, not compared: %1</source>
        <translation>τώρα, χωρίς σύγκριση: %1</translation>
    </message>
    <message>
        <source>now, at %1</source>
        <translation>τώρα, στην %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>στην %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Τώρα</translation>
    </message>
    <message>
        <source>Before the first revision</source>
        <translation>Πριν την πρώτη αναθεώρηση</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 της %2: %3</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>εφαρμόστηκε</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>εκκρεμεί</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Επαλήθευση</translation>
    </message>
    <message>
        <source>Drift, with the SQL that would mend it</source>
        <translation>Απόκλιση, με τη SQL που θα τη διόρθωνε</translation>
    </message>
    <message>
        <source>Schema reference</source>
        <translation>Περιγραφή σχήματος</translation>
    </message>
    <message>
        <source>Checklist with evidence</source>
        <translation>Λίστα ελέγχου με τεκμήρια</translation>
    </message>
    <message>
        <source>only one database is touched</source>
        <translation>αφορά μόνο μία βάση</translation>
    </message>
    <message>
        <source>Each step is committed when it is done: after a failure the steps before it stand.</source>
        <translation>Κάθε βήμα οριστικοποιείται μόλις τελειώσει: μετά από αποτυχία τα προηγούμενα μένουν.</translation>
    </message>
    <message>
        <source>All steps of a database are one transaction, verified before it is committed.</source>
        <translation>Όλα τα βήματα μιας βάσης είναι μία συναλλαγή, που ελέγχεται πριν οριστικοποιηθεί.</translation>
    </message>
    <message>
        <source>Both databases are verified, then both are committed or neither.</source>
        <translation>Ελέγχονται και οι δύο βάσεις, ύστερα οριστικοποιούνται ή καμία.</translation>
    </message>
    <message>
        <source>Up to the last moment only, since %1: they are committed one right after the other, and a crash exactly between would leave a half, and be told.</source>
        <translation>Μόνο ως την τελευταία στιγμή, επειδή %1: οριστικοποιούνται αμέσως η μία μετά την άλλη, και μια πτώση ακριβώς ανάμεσα θα άφηνε μισό, και θα λεγόταν.</translation>
    </message>
    <message>
        <source>One for each database</source>
        <translation>Μία για κάθε βάση</translation>
    </message>
    <message>
        <source>Both databases or neither</source>
        <translation>Και οι δύο βάσεις ή καμία</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not possible here: %2</source>
        <translation>Το «%1» δεν γίνεται εδώ: %2</translation>
    </message>
    <message>
        <source>If step %1 fails, both databases are rolled back: nothing is changed.</source>
        <translation>Αν το βήμα %1 αποτύχει, αναιρούνται και οι δύο βάσεις: τίποτα δεν αλλάζει.</translation>
    </message>
    <message>
        <source>If step %1 fails, all of %2 is rolled back: nothing in it is changed.</source>
        <translation>Αν το βήμα %1 αποτύχει, αναιρείται ολόκληρη η %2: τίποτα σε αυτήν δεν αλλάζει.</translation>
    </message>
    <message>
        <source>%1 in %2, %3.</source>
        <translation>%1 σε %2, %3.</translation>
    </message>
    <message>
        <source>Is this the right database?</source>
        <translation>Είναι αυτή η σωστή βάση;</translation>
    </message>
    <message>
        <source>%1: the connection of %2 does not lead where it should.</source>
        <translation>%1: η σύνδεση της %2 δεν οδηγεί εκεί που πρέπει.</translation>
    </message>
    <message>
        <source>cannot be used: %1</source>
        <translation>δεν χρησιμοποιείται: %1</translation>
    </message>
    <message>
        <source>Install the program again; files of it are missing or damaged.</source>
        <translation>Χρειάζεται νέα εγκατάσταση του προγράμματος· αρχεία του λείπουν ή έχουν φθαρεί.</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Οθόνη</translation>
    </message>
    <message>
        <source>none was used (%1), so nothing of it is proven</source>
        <translation>δεν χρησιμοποιήθηκε (%1), άρα τίποτα δεν αποδείχθηκε</translation>
    </message>
    <message>
        <source>Run the self-test again where the window is to open.</source>
        <translation>Νέος αυτοέλεγχος εκεί όπου θα ανοίγει το παράθυρο.</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Γραμματοσειρές</translation>
    </message>
    <message>
        <source>there is no font on this machine</source>
        <translation>δεν υπάρχει γραμματοσειρά σε αυτό το μηχάνημα</translation>
    </message>
    <message>
        <source>Install one, or nothing can be read (on Debian: fonts-dejavu-core).</source>
        <translation>Χρειάζεται μία, αλλιώς τίποτα δεν διαβάζεται (στο Debian: fonts-dejavu-core).</translation>
    </message>
    <message>
        <source>no font has Greek letters</source>
        <translation>καμία γραμματοσειρά δεν έχει ελληνικά γράμματα</translation>
    </message>
    <message>
        <source>Install one that has (on Debian: fonts-dejavu-core).</source>
        <translation>Χρειάζεται μία που έχει (στο Debian: fonts-dejavu-core).</translation>
    </message>
    <message>
        <source>%1 families; the window&apos;s is %2</source>
        <translation>%1 οικογένειες· του παραθύρου είναι η %2</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Εικονίδια</translation>
    </message>
    <message>
        <source>%1 drawn</source>
        <translation>σχεδιάστηκαν %1</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Γλώσσες</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Βοήθεια</translation>
    </message>
    <message>
        <source>%1 topics in %2 languages</source>
        <translation>%1 θέματα σε %2 γλώσσες</translation>
    </message>
    <message>
        <source>Go On Anyway</source>
        <translation>Συνέχεια παρ&apos; όλα αυτά</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Κανόνας</translation>
    </message>
    <message>
        <source>Statistics object</source>
        <translation>Αντικείμενο στατιστικών</translation>
    </message>
    <message>
        <source>Collation</source>
        <translation>Κανόνας ταξινόμησης</translation>
    </message>
    <message>
        <source>Aggregate</source>
        <translation>Συγκεντρωτική συνάρτηση</translation>
    </message>
    <message>
        <source>Range type</source>
        <translation>Τύπος διαστήματος</translation>
    </message>
    <message>
        <source>Event trigger</source>
        <translation>Έναυσμα συμβάντων</translation>
    </message>
    <message>
        <source>Comment on</source>
        <translation>Σχόλιο για</translation>
    </message>
    <message>
        <source>Grants on</source>
        <translation>Δικαιώματα σε</translation>
    </message>
    <message>
        <source>Owner of</source>
        <translation>Ιδιοκτήτης του</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Κανόνες</translation>
    </message>
    <message>
        <source>Statistics objects</source>
        <translation>Αντικείμενα στατιστικών</translation>
    </message>
    <message>
        <source>Collations</source>
        <translation>Κανόνες ταξινόμησης</translation>
    </message>
    <message>
        <source>Event triggers</source>
        <translation>Εναύσματα συμβάντων</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Σχόλια</translation>
    </message>
    <message>
        <source>Owners and grants</source>
        <translation>Ιδιοκτήτες και δικαιώματα</translation>
    </message>
    <message>
        <source>Default privileges on</source>
        <translation>Προεπιλεγμένα δικαιώματα σε</translation>
    </message>
    <message>
        <source>Dotted line</source>
        <translation>Διάστικτη γραμμή</translation>
    </message>
    <message>
        <source>A view reads from what the arrow points to</source>
        <translation>Μια όψη διαβάζει από αυτό που δείχνει το βέλος</translation>
    </message>
    <message>
        <source>Round box</source>
        <translation>Στρογγυλό πλαίσιο</translation>
    </message>
    <message>
        <source>View: a query with a name</source>
        <translation>Όψη: ένα ερώτημα με όνομα</translation>
    </message>
    <message>
        <source>Double round box</source>
        <translation>Διπλό στρογγυλό πλαίσιο</translation>
    </message>
    <message>
        <source>Materialized view: it keeps what it read</source>
        <translation>Υλοποιημένη όψη: κρατά ό,τι διάβασε</translation>
    </message>
    <message>
        <source>reads from %1</source>
        <translation>διαβάζει από %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Σε αναμονή</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
    <message>
        <source>Done by someone else</source>
        <translation>Έγινε από άλλον</translation>
    </message>
    <message>
        <source>Failed, rolled back</source>
        <translation>Απέτυχε, αναιρέθηκε</translation>
    </message>
    <message>
        <source>Failed part-way</source>
        <translation>Απέτυχε στα μισά</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Δεν εκτελέστηκε</translation>
    </message>
    <message>
        <source>Would succeed</source>
        <translation>Θα πετύχαινε</translation>
    </message>
    <message>
        <source>Would fail</source>
        <translation>Θα αποτύχαινε</translation>
    </message>
    <message>
        <source>Cannot be rehearsed</source>
        <translation>Δεν δοκιμάζεται</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Δεν έφτασε ως εκεί</translation>
    </message>
    <message>
        <source>Verified inside</source>
        <translation>Ελέγχθηκε μέσα</translation>
    </message>
    <message>
        <source>Would differ</source>
        <translation>Θα διέφερε</translation>
    </message>
    <message>
        <source>1 migration applied.</source>
        <translation>Εφαρμόστηκε 1 αναθεώρηση.</translation>
    </message>
    <message>
        <source>%1 migrations applied.</source>
        <translation>Εφαρμόστηκαν %1 αναθεωρήσεις.</translation>
    </message>
    <message>
        <source>1 migration downgraded.</source>
        <translation>Υποβαθμίστηκε 1 αναθεώρηση.</translation>
    </message>
    <message>
        <source>%1 migrations downgraded.</source>
        <translation>Υποβαθμίστηκαν %1 αναθεωρήσεις.</translation>
    </message>
    <message>
        <source>There was nothing left to do.</source>
        <translation>Δεν έμενε τίποτα να γίνει.</translation>
    </message>
    <message>
        <source>A step failed and was rolled back: it changed nothing.</source>
        <translation>Ένα βήμα απέτυχε και αναιρέθηκε: δεν άλλαξε τίποτα.</translation>
    </message>
    <message>
        <source>No step came before it.</source>
        <translation>Δεν προηγήθηκε άλλο βήμα.</translation>
    </message>
    <message>
        <source>The step before it stands.</source>
        <translation>Το βήμα πριν από αυτό ισχύει.</translation>
    </message>
    <message>
        <source>The %1 steps before it stand.</source>
        <translation>Τα %1 προηγούμενα βήματα μένουν.</translation>
    </message>
    <message>
        <source>The connection was lost during COMMIT and the server cannot be asked. Refresh when it is back to see what it kept.</source>
        <translation>Η σύνδεση χάθηκε κατά το COMMIT και ο διακομιστής δεν απαντά. Όταν επανέλθει, η ανανέωση δείχνει τι κράτησε.</translation>
    </message>
</context>
<context>
    <name>socrates::ui::AboutDialog</name>
    <message>
        <source>About Socrates Admin</source>
        <translation>Σχετικά με το Socrates Admin</translation>
    </message>
    <message>
        <source>&lt;b&gt;Socrates Admin %1&lt;/b&gt;&lt;p&gt;Migrates a pair of PostgreSQL databases and proves what is in them.&lt;/p&gt;&lt;p&gt;MIT licence. It is made of these libraries:&lt;/p&gt;</source>
        <translation>&lt;b&gt;Socrates Admin %1&lt;/b&gt;&lt;p&gt;Αναβαθμίζει ένα ζεύγος βάσεων PostgreSQL και αποδεικνύει τι περιέχουν.&lt;/p&gt;&lt;p&gt;Άδεια MIT. Αποτελείται από αυτές τις βιβλιοθήκες:&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Βιβλιοθήκες και οι άδειές τους</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Έκδοση</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Άδεια</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation>Αντιγραφή &amp;διαγνωστικών</translation>
    </message>
    <message>
        <source>Versions, and where the databases stand; nothing secret. For a report of a fault.</source>
        <translation>Εκδόσεις και σε ποιο σημείο βρίσκονται οι βάσεις· τίποτα απόρρητο. Για την αναφορά ενός σφάλματος.</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ActivityModel</name>
    <message>
        <source>%1 as %2</source>
        <translation>%1 ως %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 λεπτά %2 s</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Πότε</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Βάση δεδομένων</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Τι</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Αναθεώρηση</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Διάρκεια</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ποιος</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Μήνυμα</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ActivityPage</name>
    <message>
        <source>The file could not be written</source>
        <translation>Το αρχείο δεν γράφτηκε</translation>
    </message>
    <message>
        <source>base</source>
        <translation>αφετηρία</translation>
    </message>
    <message>
        <source>%1: revision %2 in %3</source>
        <translation>%1: αναθεώρηση %2 στη %3</translation>
    </message>
    <message>
        <source>From %1 to %2, %3, took %4</source>
        <translation>Από %1 σε %2, %3, διάρκεια %4</translation>
    </message>
    <message>
        <source>By %1 (database user %2) on %3, program %4</source>
        <translation>Από %1 (χρήστης βάσης %2) στον %3, πρόγραμμα %4</translation>
    </message>
    <message>
        <source>Log of all runs</source>
        <translation>Ημερολόγιο όλων των εκτελέσεων</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Φίλτρο του ημερολογίου</translation>
    </message>
    <message>
        <source>Filter by database, revision, person or message</source>
        <translation>Φίλτρο κατά βάση, αναθεώρηση, πρόσωπο ή μήνυμα</translation>
    </message>
    <message>
        <source>Failures only</source>
        <translation>Μόνο αποτυχίες</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Ανανέωση</translation>
    </message>
    <message>
        <source>Reading the log</source>
        <translation>Ανάγνωση του ημερολογίου</translation>
    </message>
    <message>
        <source>SQL as it was run</source>
        <translation>Το SQL όπως εκτελέστηκε</translation>
    </message>
    <message>
        <source>Export the Log</source>
        <translation>Εξαγωγή του ημερολογίου</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv);;JSON (*.json)</source>
        <translation>Τιμές με κόμμα (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Nothing has been run here yet</source>
        <translation>Δεν έχει εκτελεστεί τίποτα εδώ ακόμη</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 από %2</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Τι χρειάζεται: %1</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Εξαγωγή…</translation>
    </message>
    <message>
        <source>Connect Databases…</source>
        <translation>Σύνδεση με βάσεις…</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Ανάγνωση του ημερολογίου…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::BackupChoice</name>
    <message>
        <source>Back up first</source>
        <translation>Πρώτα αντίγραφο ασφαλείας</translation>
    </message>
    <message>
        <source>Stop the Backup</source>
        <translation>Διακοπή αντιγράφου</translation>
    </message>
    <message>
        <source>pg_dump, checked by reading it back, into %1</source>
        <translation>pg_dump, ελεγμένο με ανάγνωση, στον %1</translation>
    </message>
    <message>
        <source>Looking for pg_dump…</source>
        <translation>Αναζήτηση του pg_dump…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::BackupFlow</name>
    <message>
        <source>Backing up…</source>
        <translation>Δημιουργία αντιγράφου…</translation>
    </message>
    <message>
        <source>Backed up, and read back.</source>
        <translation>Το αντίγραφο έγινε και διαβάστηκε ξανά.</translation>
    </message>
    <message>
        <source>Nothing was backed up.</source>
        <translation>Δεν έγινε αντίγραφο.</translation>
    </message>
    <message>
        <source>Backed up, and read back, except:</source>
        <translation>Το αντίγραφο έγινε και διαβάστηκε ξανά, εκτός από:</translation>
    </message>
    <message>
        <source>It was not read yet. Refresh, then try again.</source>
        <translation>Δεν έχει διαβαστεί ακόμη. Ανανεώστε και προσπαθήστε ξανά.</translation>
    </message>
    <message>
        <source>Connect %1 first: a backup is restored on its server.</source>
        <translation>Συνδέστε πρώτα την %1: το αντίγραφο επαναφέρεται στον διακομιστή της.</translation>
    </message>
    <message>
        <source>Restoring %1…</source>
        <translation>Επαναφορά της %1…</translation>
    </message>
    <message>
        <source>%1 is restored.</source>
        <translation>Η %1 επαναφέρθηκε.</translation>
    </message>
    <message>
        <source>%1 is restored. What was there before is kept as %2.</source>
        <translation>Η %1 επαναφέρθηκε. Ό,τι υπήρχε πριν κρατήθηκε ως %2.</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation>Αντικατάσταση της %1</translation>
    </message>
    <message>
        <source>%1 will be replaced by its backup; what is in it now is kept under another name.</source>
        <translation>Η %1 θα αντικατασταθεί από το αντίγραφό της· ό,τι έχει τώρα κρατιέται με άλλο όνομα.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Αντικατάσταση</translation>
    </message>
    <message>
        <source>Backing up %1: %2 so far…</source>
        <translation>Αντίγραφο της %1: %2 ως τώρα…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::BackupsDialog</name>
    <message>
        <source>Back Up Now</source>
        <translation>Δημιουργία αντιγράφου τώρα</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Επαναφορά</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>Στον φάκελο %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Πότε</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Βάση δεδομένων</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Διακομιστής</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Αναθεώρηση</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Μέγεθος</translation>
    </message>
    <message>
        <source>Restore the selected backup into the database:</source>
        <translation>Επαναφορά του επιλεγμένου στη βάση δεδομένων:</translation>
    </message>
    <message>
        <source>Name of the database to restore into</source>
        <translation>Όνομα της βάσης για την επαναφορά</translation>
    </message>
    <message>
        <source>base</source>
        <translation>αφετηρία</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Χωρίς σύνδεση</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ChecklistModel</name>
    <message>
        <source>%1, ticked</source>
        <translation>%1, επιλεγμένο</translation>
    </message>
    <message>
        <source>%1, not ticked</source>
        <translation>%1, όχι επιλεγμένο</translation>
    </message>
    <message>
        <source>Plan&apos;s item</source>
        <translation>Σημείο του σχεδίου</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Τεκμήριο</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 από %3</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ConfirmByName</name>
    <message>
        <source>Warning</source>
        <translation>Προειδοποίηση</translation>
    </message>
    <message>
        <source>What will be removed</source>
        <translation>Τι θα αφαιρεθεί</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Πληκτρολόγηση του %1 για επιβεβαίωση:</translation>
    </message>
    <message>
        <source>Name of the database, to confirm</source>
        <translation>Όνομα της βάσης, για επιβεβαίωση</translation>
    </message>
    <message>
        <source>There is a backup of this database</source>
        <translation>Υπάρχει αντίγραφο ασφαλείας αυτής της βάσης</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Περιβάλλον: %1</translation>
    </message>
    <message>
        <source>Export Rows as CSV…</source>
        <translation>Εξαγωγή γραμμών σε CSV…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ConnectionDialog</name>
    <message>
        <source>Connect Databases</source>
        <translation>Σύνδεση βάσεων δεδομένων</translation>
    </message>
    <message>
        <source>Connection URI</source>
        <translation>URI σύνδεσης</translation>
    </message>
    <message>
        <source>Paste a connection URI or drop a .env file</source>
        <translation>Επικόλληση URI σύνδεσης ή απόθεση αρχείου .env</translation>
    </message>
    <message>
        <source>postgresql://user@host:5432/database, a .env file or an alembic.ini</source>
        <translation>postgresql://user@host:5432/database, αρχείο .env ή alembic.ini</translation>
    </message>
    <message>
        <source>Fill In</source>
        <translation>Συμπλήρωση</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Τοπικό</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of another saved connection.</source>
        <translation>Το «%1» είναι το όνομα άλλης αποθηκευμένης σύνδεσης.</translation>
    </message>
    <message>
        <source>Give this one another name, or remove the other from the list on Home.</source>
        <translation>Δώστε σε αυτήν άλλο όνομα ή αφαιρέστε την άλλη από τον κατάλογο της αρχικής σελίδας.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Περιβάλλον</translation>
    </message>
    <message>
        <source>PRODUCTION starts read-only and asks before anything dangerous.</source>
        <translation>Το PRODUCTION ξεκινά μόνο για ανάγνωση και ρωτά πριν από κάθε επικίνδυνη ενέργεια.</translation>
    </message>
    <message>
        <source>&amp;Same server for all</source>
        <translation>Ί&amp;διος διακομιστής για όλες</translation>
    </message>
    <message>
        <source>Host, port, user, password and TLS are entered once.</source>
        <translation>Υπολογιστής, θύρα, χρήστης, κωδικός και TLS δίνονται μία φορά.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>Ό&amp;νομα:</translation>
    </message>
    <message>
        <source>&amp;Environment:</source>
        <translation>Πε&amp;ριβάλλον:</translation>
    </message>
    <message>
        <source>Name of this connection</source>
        <translation>Όνομα αυτής της σύνδεσης</translation>
    </message>
    <message>
        <source>Keep the &amp;passwords in the keychain</source>
        <translation>Φύλαξη των κω&amp;δικών στην κλειδοθήκη</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Σύνδεση</translation>
    </message>
    <message>
        <source>&amp;Test All</source>
        <translation>Δοκιμή όλ&amp;ων</translation>
    </message>
    <message>
        <source>From an empty server and an administrator&apos;s login to databases that exist.</source>
        <translation>Από άδειο διακομιστή και στοιχεία διαχειριστή σε βάσεις που υπάρχουν.</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>φυλάσσεται στην κλειδοθήκη</translation>
    </message>
    <message>
        <source>none</source>
        <translation>κανένας</translation>
    </message>
    <message>
        <source>No keychain is available; passwords are kept until the program closes.</source>
        <translation>Δεν υπάρχει κλειδοθήκη· οι κωδικοί φυλάσσονται μέχρι να κλείσει το πρόγραμμα.</translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation>το επικολλημένο κείμενο</translation>
    </message>
    <message>
        <source>Fill In From a File</source>
        <translation>Συμπλήρωση από αρχείο</translation>
    </message>
    <message>
        <source>Connections (.env *.env *.ini);;All files (*)</source>
        <translation>Συνδέσεις (.env *.env *.ini);;Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Nothing changed: the fields already say what %1 says.</source>
        <translation>Τίποτα δεν άλλαξε: τα πεδία ήδη λένε ό,τι λέει %1.</translation>
    </message>
    <message>
        <source>Filled in from %1: %2.</source>
        <translation>Συμπληρώθηκαν από %1: %2.</translation>
    </message>
    <message>
        <source>The URI names no database of this project, so only its server was taken.</source>
        <translation>Το URI δεν ονομάζει βάση αυτού του έργου, οπότε λήφθηκε μόνο ο διακομιστής του.</translation>
    </message>
    <message>
        <source>The keyring is locked; the passwords kept in it were not read.</source>
        <translation>Η κλειδοθήκη είναι κλειδωμένη· οι κωδικοί της δεν διαβάστηκαν.</translation>
    </message>
    <message>
        <source>Unlock it, or type the passwords for this time.</source>
        <translation>Ξεκλείδωμα, ή πληκτρολόγηση των κωδικών για αυτή τη φορά.</translation>
    </message>
    <message>
        <source>Unlock the Keyring</source>
        <translation>Ξεκλείδωμα της κλειδοθήκης</translation>
    </message>
    <message>
        <source>From File…</source>
        <translation>Από αρχείο…</translation>
    </message>
    <message>
        <source>Create &amp;Databases…</source>
        <translation>Δημιουργία &amp;βάσεων…</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Δοκιμή…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ConnectionFlow</name>
    <message>
        <source>Private server</source>
        <translation>Ιδιωτικός διακομιστής</translation>
    </message>
    <message>
        <source>Creating the databases…</source>
        <translation>Δημιουργία των βάσεων…</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>Άνοιγμα έργου</translation>
    </message>
    <message>
        <source>Import from .env</source>
        <translation>Εισαγωγή από .env</translation>
    </message>
    <message>
        <source>Connection files (.env *.env .env.* alembic.ini)</source>
        <translation>Αρχεία συνδέσεων (.env *.env .env.* alembic.ini)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Ερώτηση στην κλειδοθήκη…</translation>
    </message>
    <message>
        <source>The project has no database called %1.</source>
        <translation>Το έργο δεν έχει βάση με το όνομα %1.</translation>
    </message>
    <message>
        <source>Starting the private server…</source>
        <translation>Εκκίνηση του ιδιωτικού διακομιστή…</translation>
    </message>
    <message>
        <source>%1: the server is starting up. Waiting for it…</source>
        <translation>%1: ο διακομιστής ξεκινά. Αναμονή…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::DatabaseFields</name>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Υπολογιστής:</translation>
    </message>
    <message>
        <source>local socket</source>
        <translation>τοπική υποδοχή</translation>
    </message>
    <message>
        <source>A name or an address; several, separated by commas, are tried in turn.</source>
        <translation>Όνομα ή διεύθυνση· περισσότερα, με κόμματα, δοκιμάζονται με τη σειρά.</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Θύρα:</translation>
    </message>
    <message>
        <source>&amp;Database:</source>
        <translation>&amp;Βάση:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Χρήστης:</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Εμφάνιση</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Εμφάνιση του κωδικού</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>&amp;Κωδικός:</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Κωδικός</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Ρόλος:</translation>
    </message>
    <message>
        <source>none – the user itself</source>
        <translation>κανένας – ο ίδιος ο χρήστης</translation>
    </message>
    <message>
        <source>Everything runs as this role (SET ROLE), so that objects belong to it.</source>
        <translation>Όλα εκτελούνται με αυτόν τον ρόλο (SET ROLE), ώστε τα αντικείμενα να του ανήκουν.</translation>
    </message>
    <message>
        <source>Ad&amp;vanced:</source>
        <translation>Γι&amp;α προχωρημένους:</translation>
    </message>
    <message>
        <source>TLS mode</source>
        <translation>Τρόπος TLS</translation>
    </message>
    <message>
        <source>verify-full – encrypted, name checked</source>
        <translation>verify-full – κρυπτογράφηση, έλεγχος ονόματος</translation>
    </message>
    <message>
        <source>verify-ca – encrypted, issuer checked</source>
        <translation>verify-ca – κρυπτογράφηση, έλεγχος εκδότη</translation>
    </message>
    <message>
        <source>require – encrypted, not checked</source>
        <translation>require – κρυπτογράφηση, χωρίς έλεγχο</translation>
    </message>
    <message>
        <source>prefer – encrypted when offered</source>
        <translation>prefer – κρυπτογράφηση όταν προσφέρεται</translation>
    </message>
    <message>
        <source>allow – encrypted when demanded</source>
        <translation>allow – κρυπτογράφηση όταν απαιτείται</translation>
    </message>
    <message>
        <source>disable – never encrypted</source>
        <translation>disable – ποτέ κρυπτογράφηση</translation>
    </message>
    <message>
        <source>&amp;TLS:</source>
        <translation>&amp;TLS:</translation>
    </message>
    <message>
        <source>Root &amp;certificate:</source>
        <translation>Ριζικό &amp;πιστοποιητικό:</translation>
    </message>
    <message>
        <source>⚠ Weak: another server of the same issuer could answer.</source>
        <translation>⚠ Ασθενές: θα μπορούσε να απαντήσει άλλος διακομιστής του ίδιου εκδότη.</translation>
    </message>
    <message>
        <source>⚠ Weak: encrypted, but nobody checks who answers.</source>
        <translation>⚠ Ασθενές: κρυπτογραφημένο, αλλά κανείς δεν ελέγχει ποιος απαντά.</translation>
    </message>
    <message>
        <source>⚠ Weak: password and data may cross the network in the clear.</source>
        <translation>⚠ Ασθενές: κωδικός και δεδομένα ίσως περάσουν ακρυπτογράφητα από το δίκτυο.</translation>
    </message>
    <message>
        <source>Changed by the pasted connection</source>
        <translation>Άλλαξε από την επικολλημένη σύνδεση</translation>
    </message>
    <message>
        <source>%1 has a field of its own.</source>
        <translation>Το %1 έχει δικό του πεδίο.</translation>
    </message>
    <message>
        <source>Other key words of libpq as key=value, such as service or options.</source>
        <translation>Άλλες λέξεις-κλειδιά της libpq ως λέξη=τιμή, όπως service ή options.</translation>
    </message>
    <message>
        <source>as the service file says</source>
        <translation>όπως λέει το αρχείο υπηρεσιών</translation>
    </message>
    <message>
        <source>Choose the Root Certificate</source>
        <translation>Επιλογή του ριζικού πιστοποιητικού</translation>
    </message>
    <message>
        <source>C&amp;lient certificate:</source>
        <translation>Πιστοποιητικό &amp;πελάτη:</translation>
    </message>
    <message>
        <source>Choose the Client Certificate</source>
        <translation>Επιλογή του πιστοποιητικού πελάτη</translation>
    </message>
    <message>
        <source>Client &amp;key:</source>
        <translation>&amp;Κλειδί πελάτη:</translation>
    </message>
    <message>
        <source>Choose the Client Key</source>
        <translation>Επιλογή του κλειδιού πελάτη</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Αναζήτηση…</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.key *.pem *.cer);;All files (*)</source>
        <translation>Πιστοποιητικά (*.crt *.key *.pem *.cer);;Όλα τα αρχεία (*)</translation>
    </message>
</context>
<context>
    <name>socrates::ui::DatabasePane</name>
    <message>
        <source>What the shapes mean</source>
        <translation>Τι σημαίνουν τα σχήματα</translation>
    </message>
    <message>
        <source>Legend of the graph</source>
        <translation>Υπόμνημα του γραφήματος</translation>
    </message>
    <message>
        <source>Revisions of %1</source>
        <translation>Αναθεωρήσεις της %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
    <message>
        <source>The version table names %1, which no file of this database has.</source>
        <translation>Ο πίνακας εκδόσεων γράφει %1, που δεν υπάρχει σε κανένα αρχείο αυτής της βάσης.</translation>
    </message>
    <message>
        <source>Nothing is upgraded until the file is there or the row is stamped.</source>
        <translation>Τίποτα δεν αναβαθμίζεται ώσπου να βρεθεί το αρχείο ή να σφραγιστεί η γραμμή.</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>χωρίς σύνδεση</translation>
    </message>
    <message>
        <source>unreachable: %1</source>
        <translation>απρόσιτη: %1</translation>
    </message>
    <message>
        <source>unknown revision %1</source>
        <translation>άγνωστη αναθεώρηση %1</translation>
    </message>
    <message>
        <source>%1 of %2 applied</source>
        <translation>%1 από %2 εφαρμόστηκαν</translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation>%1 σε εκκρεμότητα</translation>
    </message>
    <message>
        <source>%1 on %2, PostgreSQL %3 · current %4 · head %5</source>
        <translation>%1 στον %2, PostgreSQL %3 · τρέχουσα %4 · κορυφή %5</translation>
    </message>
    <message>
        <source>none</source>
        <translation>καμία</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>εφεδρικός</translation>
    </message>
    <message>
        <source>Recognise…</source>
        <translation>Αναγνώριση…</translation>
    </message>
    <message>
        <source>Finds out which revision the tables are, and offers what puts it right</source>
        <translation>Βρίσκει ποια αναθεώρηση είναι οι πίνακες και προτείνει τη διόρθωση</translation>
    </message>
    <message>
        <source>untracked: no version row</source>
        <translation>χωρίς παρακολούθηση: καμία γραμμή έκδοσης</translation>
    </message>
    <message>
        <source>base</source>
        <translation>αφετηρία</translation>
    </message>
    <message>
        <source>%1 failed, still at %2</source>
        <translation>%1 απέτυχε, παραμένει στο %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 απέτυχε</translation>
    </message>
    <message>
        <source>The folder of %1 has no revision yet.</source>
        <translation>Ο φάκελος της %1 δεν έχει ακόμη αναθεώρηση.</translation>
    </message>
    <message>
        <source>New Revision…</source>
        <translation>Νέα αναθεώρηση…</translation>
    </message>
    <message>
        <source>No revision of %1 matches the filter.</source>
        <translation>Καμία αναθεώρηση της %1 δεν ταιριάζει στο φίλτρο.</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Καθαρισμός φίλτρου</translation>
    </message>
    <message>
        <source>no revisions</source>
        <translation>χωρίς αναθεωρήσεις</translation>
    </message>
</context>
<context>
    <name>socrates::ui::DoctorView</name>
    <message>
        <source>Passed</source>
        <translation>Πέρασε</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Προειδοποίηση</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Απέτυχε</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Δεν δοκιμάστηκε</translation>
    </message>
    <message>
        <source>Edit User</source>
        <translation>Διόρθωση χρήστη</translation>
    </message>
    <message>
        <source>Unlock Keyring</source>
        <translation>Ξεκλείδωμα κλειδοθήκης</translation>
    </message>
    <message>
        <source>Start Private Server</source>
        <translation>Εκκίνηση ιδιωτικού διακομιστή</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Δοκιμή σύνδεσης</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Δοκιμή</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Create Database…</source>
        <translation>Δημιουργία βάσης…</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Δοκιμή…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::DropHint</name>
    <message>
        <source>Looking at %1…</source>
        <translation>Εξετάζεται το %1…</translation>
    </message>
    <message>
        <source>Open the project %1</source>
        <translation>Άνοιγμα του έργου %1</translation>
    </message>
    <message>
        <source>Its revisions are read; no server is asked.</source>
        <translation>Διαβάζονται οι αναθεωρήσεις του· κανένας διακομιστής δεν ρωτιέται.</translation>
    </message>
    <message>
        <source>%1 is no project</source>
        <translation>Το %1 δεν είναι έργο</translation>
    </message>
    <message>
        <source>A project is a folder with socrates.json.</source>
        <translation>Έργο είναι ένας φάκελος με socrates.json.</translation>
    </message>
    <message>
        <source>All databases: %1</source>
        <translation>Όλες οι βάσεις: %1</translation>
    </message>
    <message>
        <source>Nothing is used before it was looked at.</source>
        <translation>Τίποτα δεν χρησιμοποιείται πριν το δείτε.</translation>
    </message>
    <message>
        <source>Open a project first</source>
        <translation>Πρώτα χρειάζεται ανοιχτό έργο</translation>
    </message>
    <message>
        <source>Its databases say what is looked for in %1.</source>
        <translation>Οι βάσεις του λένε τι αναζητείται στο %1.</translation>
    </message>
    <message>
        <source>Read the connections in %1</source>
        <translation>Ανάγνωση των συνδέσεων στο %1</translation>
    </message>
    <message>
        <source>Nothing to read in %1</source>
        <translation>Τίποτα προς ανάγνωση στο %1</translation>
    </message>
    <message>
        <source>Read the connections in the text</source>
        <translation>Ανάγνωση των συνδέσεων του κειμένου</translation>
    </message>
</context>
<context>
    <name>socrates::ui::EnvironmentStrip</name>
    <message>
        <source>NOT CONNECTED</source>
        <translation>ΧΩΡΙΣ ΣΥΝΔΕΣΗ</translation>
    </message>
    <message>
        <source>Unlocked for this sitting</source>
        <translation>Ξεκλείδωτη για αυτή τη συνεδρία</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Μόνο για ανάγνωση</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Κλείδωμα</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Ξεκλείδωμα…</translation>
    </message>
    <message>
        <source>Lock production</source>
        <translation>Κλείδωμα παραγωγής</translation>
    </message>
    <message>
        <source>Unlock production</source>
        <translation>Ξεκλείδωμα παραγωγής</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Περιβάλλον: %1</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Σύνδεση…</translation>
    </message>
    <message>
        <source>Connect databases</source>
        <translation>Σύνδεση με τις βάσεις</translation>
    </message>
</context>
<context>
    <name>socrates::ui::HelpWindow</name>
    <message>
        <source>Help – Socrates Admin</source>
        <translation>Βοήθεια – Socrates Admin</translation>
    </message>
    <message>
        <source>Contents of the help</source>
        <translation>Περιεχόμενα της βοήθειας</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>Σελίδα της βοήθειας</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Μπροστά</translation>
    </message>
    <message>
        <source>Search in the page</source>
        <translation>Αναζήτηση στη σελίδα</translation>
    </message>
</context>
<context>
    <name>socrates::ui::HomePage</name>
    <message>
        <source>Migrates the databases of a project side by side, and proves what is in them.</source>
        <translation>Αναβαθμίζει τις βάσεις ενός έργου δίπλα δίπλα και αποδεικνύει τι περιέχουν.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Έναρξη</translation>
    </message>
    <message>
        <source>Enter or paste where the databases are.</source>
        <translation>Πληκτρολόγηση ή επικόλληση των διευθύνσεων των βάσεων.</translation>
    </message>
    <message>
        <source>Read the addresses from the application&apos;s own file. Dropping it here does the same.</source>
        <translation>Ανάγνωση των διευθύνσεων από το αρχείο της εφαρμογής. Αρκεί και να αποτεθεί εδώ.</translation>
    </message>
    <message>
        <source>A folder with socrates.json and its revisions.</source>
        <translation>Ένας φάκελος με socrates.json και τις αναθεωρήσεις του.</translation>
    </message>
    <message>
        <source>Try It on a Private Server</source>
        <translation>Δοκιμή σε ιδιωτικό διακομιστή</translation>
    </message>
    <message>
        <source>Recent connections</source>
        <translation>Πρόσφατες συνδέσεις</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Remove from the List</source>
        <translation>Αφαίρεση από τη λίστα</translation>
    </message>
    <message>
        <source>No connections yet. Each one that is opened is listed here.</source>
        <translation>Καμία σύνδεση ακόμη. Όσες ανοίγουν, εμφανίζονται εδώ.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Πρόσφατα</translation>
    </message>
    <message>
        <source>%1 – %2
%3</source>
        <translation>%1 – %2
%3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Starts a PostgreSQL of its own on this computer. Nothing else is touched.</source>
        <translation>Ξεκινά μια ξεχωριστή PostgreSQL σε αυτόν τον υπολογιστή. Τίποτα άλλο δεν θίγεται.</translation>
    </message>
    <message>
        <source>Starts it again, with its databases as they were left.</source>
        <translation>Τον ξεκινά πάλι, με τις βάσεις του όπως έμειναν.</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s programs are not on this computer. %1</source>
        <translation>Τα προγράμματα της PostgreSQL δεν υπάρχουν σε αυτόν τον υπολογιστή. %1</translation>
    </message>
    <message>
        <source>Connect Databases…</source>
        <translation>Σύνδεση βάσεων δεδομένων…</translation>
    </message>
    <message>
        <source>Set Up an Empty Server…</source>
        <translation>Προετοιμασία κενού διακομιστή…</translation>
    </message>
    <message>
        <source>Create the databases with an administrator&apos;s login, then upgrade and verify them.</source>
        <translation>Δημιουργία των βάσεων με τα στοιχεία ενός διαχειριστή, έπειτα αναβάθμιση και επαλήθευσή τους.</translation>
    </message>
    <message>
        <source>Import from .env…</source>
        <translation>Εισαγωγή από .env…</translation>
    </message>
    <message>
        <source>Open Project…</source>
        <translation>Άνοιγμα έργου…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::InlineMessage</name>
    <message>
        <source>Information</source>
        <translation>Πληροφορία</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Επιτυχία</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Προειδοποίηση</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Σφάλμα</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Κλείσιμο μηνύματος</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>socrates::ui::LegendFrame</name>
    <message>
        <source>Legend</source>
        <translation>Υπόμνημα</translation>
    </message>
</context>
<context>
    <name>socrates::ui::MainWindow</name>
    <message>
        <source>No project open</source>
        <translation>Κανένα έργο ανοικτό</translation>
    </message>
    <message>
        <source>Socrates Admin</source>
        <translation>Socrates Admin</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Αρχική</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Αναθεωρήσεις</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Επαλήθευση</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Δραστηριότητα</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Εκτέλεση</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Προβλήματα</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Κύρια γραμμή εργαλείων</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Φίλτρο</translation>
    </message>
    <message>
        <source>Filter (%1)</source>
        <translation>Φίλτρο (%1)</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>ανάγνωση…</translation>
    </message>
    <message>
        <source>Comparing the catalogs with the expected schema…</source>
        <translation>Σύγκριση των καταλόγων με το αναμενόμενο σχήμα…</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Επαλήθευση…</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Προβλήματα (%1)</translation>
    </message>
    <message>
        <source>The project has a fault; nothing of it is run.</source>
        <translation>Το έργο έχει ένα σφάλμα· τίποτα δεν εκτελείται.</translation>
    </message>
    <message>
        <source>The project has %1 faults; nothing of it is run.</source>
        <translation>Το έργο έχει %1 σφάλματα· τίποτα δεν εκτελείται.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Χωρίς σύνδεση</translation>
    </message>
    <message>
        <source>Somebody else moved %1: it is now at %2</source>
        <translation>Κάποιος άλλος μετακίνησε τη βάση %1: βρίσκεται τώρα στο %2</translation>
    </message>
    <message>
        <source>base</source>
        <translation>αφετηρία</translation>
    </message>
    <message>
        <source>Stop &amp;Proving Undo</source>
        <translation>Διακοπή α&amp;πόδειξης αναίρεσης</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Χάρτης</translation>
    </message>
    <message>
        <source>Reading the catalogs…</source>
        <translation>Ανάγνωση των καταλόγων…</translation>
    </message>
    <message>
        <source>Not connected. The map shows what is in the databases.</source>
        <translation>Χωρίς σύνδεση. Ο χάρτης δείχνει τι υπάρχει στις βάσεις.</translation>
    </message>
    <message>
        <source>Read the Databases</source>
        <translation>Ανάγνωση των βάσεων</translation>
    </message>
    <message>
        <source>Use a Private Server</source>
        <translation>Χρήση ιδιωτικού διακομιστή</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>Η αναφορά γράφτηκε στο %1.</translation>
    </message>
    <message>
        <source>The file of %1 is accepted as it is.</source>
        <translation>Το αρχείο της %1 έγινε δεκτό όπως είναι.</translation>
    </message>
    <message>
        <source>%1 says again what was applied. What was changed is kept as %2.</source>
        <translation>Η %1 λέει πάλι ό,τι εφαρμόστηκε. Το αλλαγμένο φυλάχτηκε ως %2.</translation>
    </message>
</context>
<context>
    <name>socrates::ui::MapPage</name>
    <message>
        <source>Find a table or column</source>
        <translation>Αναζήτηση πίνακα ή στήλης</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Λεπτομέρεια</translation>
    </message>
    <message>
        <source>How much of each table is shown</source>
        <translation>Πόσα φαίνονται από κάθε πίνακα</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Αυτόματα</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Όλες οι στήλες</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Κλειδιά</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Ονόματα</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Σμίκρυνση</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Μεγέθυνση</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ολόκληρος</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Υπόμνημα</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Αντιγραφή</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Εξαγωγή…</translation>
    </message>
    <message>
        <source>Tables of the map</source>
        <translation>Πίνακες του χάρτη</translation>
    </message>
    <message>
        <source>The databases have not been looked at yet.</source>
        <translation>Οι βάσεις δεν έχουν διαβαστεί ακόμη.</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>δεν βρέθηκε τίποτα</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>βρέθηκε %n</numerusform>
            <numerusform>βρέθηκαν %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Export Map</source>
        <translation>Εξαγωγή χάρτη</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
</context>
<context>
    <name>socrates::ui::MapPainter</name>
    <message>
        <source>planned</source>
        <translation>σε σχέδιο</translation>
    </message>
    <message>
        <source>phase %1</source>
        <translation>φάση %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>socrates::ui::MapTablesModel</name>
    <message>
        <source>planned</source>
        <translation>σε σχέδιο</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>δεν ορίστηκε</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Πίνακας</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Βάση</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>socrates::ui::MapView</name>
    <message>
        <source>Map</source>
        <translation>Χάρτης</translation>
    </message>
    <message>
        <source>Map: %1</source>
        <translation>Χάρτης: %1</translation>
    </message>
</context>
<context>
    <name>socrates::ui::MigrationFlow</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 στον %2</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Χωρίς σύνδεση</translation>
    </message>
    <message>
        <source>Production is read-only until it is unlocked</source>
        <translation>Η παραγωγή είναι μόνο για ανάγνωση ώσπου να ξεκλειδωθεί</translation>
    </message>
    <message>
        <source>Downgrade %1</source>
        <translation>Υποβάθμιση %1</translation>
    </message>
    <message>
        <source>Wait until what runs now has ended</source>
        <translation>Περιμένετε να τελειώσει ό,τι εκτελείται τώρα</translation>
    </message>
    <message>
        <source>an unknown number of</source>
        <translation>άγνωστο πλήθος</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>περίπου %1</translation>
    </message>
    <message>
        <source>%1 values of %2</source>
        <translation>%1 τιμές της %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>το πολύ %1</translation>
    </message>
    <message>
        <source>%1 row of %2</source>
        <translation>%1 γραμμή του %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>42 users</comment>
        <translation>%1 γραμμές του %2</translation>
    </message>
    <message>
        <source>What this deletes from %1 could not be found out: %2</source>
        <translation>Δεν βρέθηκε τι θα διαγραφεί από τη βάση %1: %2</translation>
    </message>
    <message>
        <source>This changes %1; no rows are deleted.</source>
        <translation>Αλλάζει τη βάση %1· δεν διαγράφονται γραμμές.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 και %2</translation>
    </message>
    <message>
        <source>%1 will be deleted from %2.</source>
        <translation>%1 θα διαγραφούν από τη βάση %2.</translation>
    </message>
    <message>
        <source>%1 (%2 rows)</source>
        <translation>%1 (%2 γραμμές)</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Εξήχθησαν: %1</translation>
    </message>
    <message>
        <source>Folder for the CSV Files</source>
        <translation>Φάκελος για τα αρχεία CSV</translation>
    </message>
    <message>
        <source>Exporting the rows…</source>
        <translation>Εξαγωγή των γραμμών…</translation>
    </message>
    <message>
        <source>%1 value of %2</source>
        <translation>%1 τιμή της %2</translation>
    </message>
    <message>
        <source>This changes %1. No deletion of rows could be counted, but not all of it can be: a rehearsal measures it.</source>
        <translation>Αυτό αλλάζει: %1. Καμία διαγραφή γραμμών δεν μετρήθηκε, αλλά δεν μετριούνται όλα: μια πρόβα το μετρά.</translation>
    </message>
    <message>
        <source>Upgrade Anyway</source>
        <translation>Αναβάθμιση παρ&apos; όλα αυτά</translation>
    </message>
    <message>
        <source>Downgrade Anyway</source>
        <translation>Υποβάθμιση παρ&apos; όλα αυτά</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Δημιουργία αντιγράφου…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Backed up: %1</source>
        <translation>Αντίγραφο: %1</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ModeChooser</name>
    <message>
        <source>&amp;Transactions:</source>
        <translation>&amp;Συναλλαγές:</translation>
    </message>
    <message>
        <source>How the steps share transactions</source>
        <translation>Πώς μοιράζονται τα βήματα τις συναλλαγές</translation>
    </message>
    <message>
        <source>Each step its own</source>
        <translation>Κάθε βήμα τη δική του</translation>
    </message>
    <message>
        <source>One for each database</source>
        <translation>Μία για κάθε βάση</translation>
    </message>
    <message>
        <source>Both databases or neither</source>
        <translation>Και οι δύο βάσεις ή καμία</translation>
    </message>
</context>
<context>
    <name>socrates::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Σελίδες</translation>
    </message>
</context>
<context>
    <name>socrates::ui::NewRevisionDialog</name>
    <message>
        <source>Its database is not connected.</source>
        <translation>Η βάση της δεν είναι συνδεδεμένη.</translation>
    </message>
    <message>
        <source>Connect it, or write both sections yourself.</source>
        <translation>Χρειάζεται σύνδεση, ή και οι δύο ενότητες γραμμένες.</translation>
    </message>
    <message>
        <source>SQL of the upgrade</source>
        <translation>SQL της αναβάθμισης</translation>
    </message>
    <message>
        <source>SQL of the downgrade</source>
        <translation>SQL της υποβάθμισης</translation>
    </message>
    <message>
        <source>Check and Save</source>
        <translation>Έλεγχος και αποθήκευση</translation>
    </message>
    <message>
        <source>Save Anyway</source>
        <translation>Αποθήκευση έτσι κι αλλιώς</translation>
    </message>
    <message>
        <source>New Revision</source>
        <translation>Νέα αναθεώρηση</translation>
    </message>
    <message>
        <source>What is typed below</source>
        <translation>Ό,τι πληκτρολογείται παρακάτω</translation>
    </message>
    <message>
        <source>What the database has beyond its head</source>
        <translation>Ό,τι έχει η βάση πέρα από την κορυφή της</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Τίποτα ακόμη</translation>
    </message>
    <message>
        <source>&amp;Database:</source>
        <translation>&amp;Βάση:</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Τίτλος:</translation>
    </message>
    <message>
        <source>&amp;SQL:</source>
        <translation>&amp;SQL:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Αρχείο:</translation>
    </message>
    <message>
        <source>Upgrade: ALTER TABLE …</source>
        <translation>Αναβάθμιση: ALTER TABLE …</translation>
    </message>
    <message>
        <source>Downgrade. Left empty, it is derived from the schemas before and after.</source>
        <translation>Υποβάθμιση. Αν μείνει κενή, συνάγεται από τα σχήματα πριν και μετά.</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Τι ελέγχθηκε</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Έλεγχος</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Αποτέλεσμα</translation>
    </message>
    <message>
        <source>Writes the file although something was found</source>
        <translation>Γράφει το αρχείο παρότι βρέθηκε κάτι</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <translation>%1, πάνω σε %2</translation>
    </message>
    <message>
        <source>base</source>
        <translation>αφετηρία</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Έλεγχος…</translation>
    </message>
    <message>
        <source>Nothing was written: see what was found.</source>
        <translation>Δεν γράφτηκε τίποτα: στη λίστα ό,τι βρέθηκε.</translation>
    </message>
</context>
<context>
    <name>socrates::ui::PlanPage</name>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Steps of the plan, in order</source>
        <translation>Βήματα του σχεδίου, με τη σειρά</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Βήμα</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Βάση δεδομένων</translation>
    </message>
    <message>
        <source>Rev</source>
        <translation>Αναθ.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Τίτλος</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Εντολές</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>Κίνδυνοι</translation>
    </message>
    <message>
        <source>SQL of the selected step</source>
        <translation>SQL του επιλεγμένου βήματος</translation>
    </message>
    <message>
        <source>What will exist after the run</source>
        <translation>Τι θα υπάρχει μετά την εκτέλεση</translation>
    </message>
    <message>
        <source>The selected step</source>
        <translation>Το επιλεγμένο βήμα</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Μετά</translation>
    </message>
    <message>
        <source>Upgrade plan</source>
        <translation>Σχέδιο αναβάθμισης</translation>
    </message>
    <message>
        <source>Downgrade plan</source>
        <translation>Σχέδιο υποβάθμισης</translation>
    </message>
    <message>
        <source>Reading where the databases stand…</source>
        <translation>Ανάγνωση της κατάστασης των βάσεων…</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Καμία ενέργεια δεν χρειάζεται.</translation>
    </message>
    <message>
        <source>Nothing to do: the databases are at their targets.</source>
        <translation>Καμία ενέργεια δεν χρειάζεται: οι βάσεις είναι στους στόχους τους.</translation>
    </message>
    <message>
        <source>There is no plan.</source>
        <translation>Δεν υπάρχει σχέδιο.</translation>
    </message>
    <message>
        <source>One transaction</source>
        <translation>Μία συναλλαγή</translation>
    </message>
    <message>
        <source>No transaction</source>
        <translation>Χωρίς συναλλαγή</translation>
    </message>
    <message>
        <source>This step creates</source>
        <translation>Το βήμα δημιουργεί</translation>
    </message>
    <message>
        <source>This step removes</source>
        <translation>Το βήμα αφαιρεί</translation>
    </message>
    <message>
        <source>nothing that can be told from its text</source>
        <translation>τίποτα που να φαίνεται στο κείμενό του</translation>
    </message>
    <message>
        <source>Afterwards %1 is at %2.</source>
        <translation>Μετά η %1 είναι στο %2.</translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation>Αν αποτύχει</translation>
    </message>
    <message>
        <source>Apply Migrations</source>
        <translation>Εφαρμογή αναθεωρήσεων</translation>
    </message>
    <message>
        <source>Downgrade…</source>
        <translation>Υποβάθμιση…</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Πρόβα</translation>
    </message>
    <message>
        <source>Rehearse on Copies</source>
        <translation>Πρόβα σε αντίγραφα</translation>
    </message>
    <message>
        <source>Runs the steps on copies of the structure, without rows, on your private server</source>
        <translation>Εκτελεί τα βήματα σε αντίγραφα της δομής, χωρίς γραμμές, στον ιδιωτικό διακομιστή σας</translation>
    </message>
    <message>
        <source>Runs the steps for real, measures what they lock, and rolls all of it back</source>
        <translation>Εκτελεί πραγματικά τα βήματα, μετρά τι κλειδώνουν και τα αναιρεί όλα</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Γραμμή %1, %2: %3</translation>
    </message>
    <message>
        <source>Lint: %1</source>
        <translation>Έλεγχος: %1</translation>
    </message>
    <message>
        <source>There is no backup, so nothing was run.</source>
        <translation>Δεν υπάρχει αντίγραφο, οπότε τίποτα δεν εκτελέστηκε.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
    <message>
        <source>Run Without a Backup</source>
        <translation>Εκτέλεση χωρίς αντίγραφο</translation>
    </message>
</context>
<context>
    <name>socrates::ui::PlanTargets</name>
    <message>
        <source>No revisions</source>
        <translation>Χωρίς αναθεωρήσεις</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Να μείνει ως έχει</translation>
    </message>
    <message>
        <source>%1 to:</source>
        <translation>%1 σε:</translation>
    </message>
    <message>
        <source>Target of %1</source>
        <translation>Στόχος της %1</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ProblemCard</name>
    <message>
        <source>Where:</source>
        <translation>Πού:</translation>
    </message>
    <message>
        <source>The SQL at fault</source>
        <translation>Το SQL με το σφάλμα</translation>
    </message>
    <message>
        <source>Why:</source>
        <translation>Γιατί:</translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation>Τι μπορεί να γίνει:</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Τεχνικές λεπτομέρειες</translation>
    </message>
    <message>
        <source>Code:</source>
        <translation>Κωδικός:</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
    <message>
        <source>Show Revision</source>
        <translation>Εμφάνιση αναθεώρησης</translation>
    </message>
    <message>
        <source>Open File</source>
        <translation>Άνοιγμα αρχείου</translation>
    </message>
    <message>
        <source>Copy SQL</source>
        <translation>Αντιγραφή SQL</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Αντιγραφή</translation>
    </message>
    <message>
        <source>Copies the problem as Markdown, without passwords</source>
        <translation>Αντιγράφει το πρόβλημα ως Markdown, χωρίς κωδικούς</translation>
    </message>
    <message>
        <source>Include row values</source>
        <translation>Με τις τιμές των γραμμών</translation>
    </message>
    <message>
        <source>The server&apos;s message may quote rows of the database. They are left out of the copied text unless this is ticked.</source>
        <translation>Το μήνυμα του διακομιστή ίσως παραθέτει γραμμές της βάσης. Παραλείπονται από το αντίγραφο, εκτός αν επιλεγεί αυτό.</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>αναθεώρηση %1</translation>
    </message>
    <message>
        <source>SQLSTATE %1</source>
        <translation>SQLSTATE %1</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Προειδοποίηση</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Σφάλμα</translation>
    </message>
    <message>
        <source>Restore File</source>
        <translation>Επαναφορά αρχείου</translation>
    </message>
    <message>
        <source>Writes the SQL as it was applied back into the file; what is there now is kept beside it</source>
        <translation>Γράφει πίσω στο αρχείο την SQL όπως εφαρμόστηκε· ό,τι υπάρχει τώρα φυλάσσεται δίπλα</translation>
    </message>
    <message>
        <source>Accept Change</source>
        <translation>Αποδοχή αλλαγής</translation>
    </message>
    <message>
        <source>Keeps the file as it is; this is noted in the database&apos;s log</source>
        <translation>Κρατά το αρχείο όπως είναι· σημειώνεται στο ημερολόγιο της βάσης</translation>
    </message>
    <message>
        <source>Recognise…</source>
        <translation>Αναγνώριση…</translation>
    </message>
    <message>
        <source>Finds out which revision the tables are, and offers what puts it right</source>
        <translation>Βρίσκει ποια αναθεώρηση είναι οι πίνακες και προτείνει τη διόρθωση</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ProblemsModel</name>
    <message>
        <source>Warning</source>
        <translation>Προειδοποίηση</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Σφάλμα</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Πρόβλημα</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Βάση δεδομένων</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Αναθεώρηση</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Κωδικός</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Προβλήματα</translation>
    </message>
    <message>
        <source>Copy Problem</source>
        <translation>Αντιγραφή προβλήματος</translation>
    </message>
    <message>
        <source>Selected problem</source>
        <translation>Επιλεγμένο πρόβλημα</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Κανένα πρόβλημα</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ProvisionDialog</name>
    <message>
        <source>The file could not be written</source>
        <translation>Το αρχείο δεν γράφτηκε</translation>
    </message>
    <message>
        <source>Create Databases</source>
        <translation>Δημιουργία βάσεων δεδομένων</translation>
    </message>
    <message>
        <source>Creates what is missing on the server and leaves the rest as it is. The administrator&apos;s password is used once and not kept.</source>
        <translation>Δημιουργεί ό,τι λείπει από τον διακομιστή και αφήνει τα υπόλοιπα ως έχουν. Ο κωδικός του διαχειριστή χρησιμοποιείται μία φορά και δεν φυλάσσεται.</translation>
    </message>
    <message>
        <source>Administrator&apos;s login</source>
        <translation>Στοιχεία διαχειριστή</translation>
    </message>
    <message>
        <source>Creating the databases</source>
        <translation>Δημιουργία των βάσεων</translation>
    </message>
    <message>
        <source>What shall exist</source>
        <translation>Τι πρέπει να υπάρχει</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Βάση δεδομένων</translation>
    </message>
    <message>
        <source>Login user</source>
        <translation>Χρήστης εισόδου</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Κωδικός</translation>
    </message>
    <message>
        <source>Name of the database for %1</source>
        <translation>Όνομα της βάσης για %1</translation>
    </message>
    <message>
        <source>Login user of %1</source>
        <translation>Χρήστης εισόδου της %1</translation>
    </message>
    <message>
        <source>the administrator</source>
        <translation>ο διαχειριστής</translation>
    </message>
    <message>
        <source>Password of the login user of %1</source>
        <translation>Κωδικός του χρήστη εισόδου της %1</translation>
    </message>
    <message>
        <source>Owner role</source>
        <translation>Ρόλος ιδιοκτήτη</translation>
    </message>
    <message>
        <source>none – the login user owns everything</source>
        <translation>κανένας – ο χρήστης εισόδου κατέχει τα πάντα</translation>
    </message>
    <message>
        <source>Owns the databases and cannot sign in; created when it is missing.</source>
        <translation>Κατέχει τις βάσεις και δεν συνδέεται ο ίδιος· δημιουργείται αν λείπει.</translation>
    </message>
    <message>
        <source>Application role</source>
        <translation>Ρόλος εφαρμογής</translation>
    </message>
    <message>
        <source>none</source>
        <translation>κανένας</translation>
    </message>
    <message>
        <source>May read and write the tables, but not change them.</source>
        <translation>Διαβάζει και γράφει τους πίνακες, αλλά δεν τους αλλάζει.</translation>
    </message>
    <message>
        <source>&amp;Owner role:</source>
        <translation>Ρόλος &amp;ιδιοκτήτη:</translation>
    </message>
    <message>
        <source>&amp;Application role:</source>
        <translation>Ρόλος &amp;εφαρμογής:</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Έγινε</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Τι έγινε</translation>
    </message>
    <message>
        <source>Lines for a .env file</source>
        <translation>Γραμμές για αρχείο .env</translation>
    </message>
    <message>
        <source>With the &amp;passwords</source>
        <translation>&amp;Με τους κωδικούς</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Αντιγραφή</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Δημιουργία</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>Δημιουργήθηκε: %1</translation>
    </message>
    <message>
        <source>Already there: %1</source>
        <translation>Υπάρχει ήδη: %1</translation>
    </message>
    <message>
        <source>Write the Lines into a .env File</source>
        <translation>Εγγραφή των γραμμών σε αρχείο .env</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Γράφτηκε στο %1.</translation>
    </message>
    <message>
        <source>Create Again</source>
        <translation>Νέα δημιουργία</translation>
    </message>
    <message>
        <source>&amp;Upgrade and verify them afterwards</source>
        <translation>&amp;Αναβάθμιση και επαλήθευσή τους στη συνέχεια</translation>
    </message>
    <message>
        <source>&amp;Keep the login users&apos; passwords in the keychain</source>
        <translation>&amp;Φύλαξη των κωδικών των χρηστών εισόδου στην κλειδοθήκη</translation>
    </message>
    <message>
        <source>No keychain is available; passwords are kept until the program closes.</source>
        <translation>Δεν υπάρχει κλειδοθήκη· οι κωδικοί φυλάσσονται μέχρι να κλείσει το πρόγραμμα.</translation>
    </message>
    <message>
        <source>Every pending revision of the project is run, as Upgrade would; never in PRODUCTION without its plan.</source>
        <translation>Εκτελείται κάθε εκκρεμής αναθεώρηση του έργου, όπως με την Αναβάθμιση· ποτέ στην ΠΑΡΑΓΩΓΗ χωρίς το σχέδιό της.</translation>
    </message>
    <message>
        <source>Connect and Upgrade</source>
        <translation>Σύνδεση και αναβάθμιση</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Σύνδεση</translation>
    </message>
    <message>
        <source>Write into .env…</source>
        <translation>Εγγραφή σε .env…</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Δημιουργία…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::RecognitionDialog</name>
    <message>
        <source>Goes: %1.</source>
        <translation>Αφαιρούνται: %1.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Εφαρμογή</translation>
    </message>
    <message>
        <source>Copy SQL</source>
        <translation>Αντιγραφή SQL</translation>
    </message>
    <message>
        <source>Export Rows as CSV…</source>
        <translation>Εξαγωγή γραμμών ως CSV…</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>Νέος έλεγχος</translation>
    </message>
    <message>
        <source>Recognise Databases</source>
        <translation>Αναγνώριση βάσεων</translation>
    </message>
    <message>
        <source>Which revision each database is, judged by its tables and not by its version row. Below each are the ways to put it right; nothing is run before you choose one.</source>
        <translation>Ποια αναθεώρηση είναι κάθε βάση, κρίνοντας από τους πίνακές της και όχι από τη γραμμή έκδοσης. Κάτω από καθεμία είναι οι τρόποι να διορθωθεί· τίποτα δεν εκτελείται πριν επιλέξετε.</translation>
    </message>
    <message>
        <source>Databases and the ways to put them right</source>
        <translation>Βάσεις και οι τρόποι να διορθωθούν</translation>
    </message>
    <message>
        <source>The SQL of the selected way</source>
        <translation>Η SQL του επιλεγμένου τρόπου</translation>
    </message>
    <message>
        <source>No SQL</source>
        <translation>Καμία SQL</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2 on %3): %4</source>
        <translation>%1 (%2 στον %3): %4</translation>
    </message>
    <message>
        <source>%1 (destroys data)</source>
        <translation>%1 (καταστρέφει δεδομένα)</translation>
    </message>
    <message>
        <source>This is only shown, not run.</source>
        <translation>Αυτό μόνο εμφανίζεται, δεν εκτελείται.</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Εφαρμογή…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::RecoveryFlow</name>
    <message>
        <source>%1 has committed its half of that run, so this one is to be committed too.</source>
        <translation>Η %1 οριστικοποίησε το δικό της μισό εκείνης της εκτέλεσης, άρα οριστικοποιείται και αυτό.</translation>
    </message>
    <message>
        <source>%1 has not committed its half of that run, so this one is to be rolled back too.</source>
        <translation>Η %1 δεν οριστικοποίησε το δικό της μισό εκείνης της εκτέλεσης, άρα αναιρείται και αυτό.</translation>
    </message>
    <message>
        <source>Somebody is working on %1 at this moment; it may be that run itself. Refresh when they are done.</source>
        <translation>Κάποιος εργάζεται στην %1 αυτή τη στιγμή· ίσως είναι η ίδια η εκτέλεση. Ανανεώστε όταν τελειώσει.</translation>
    </message>
    <message>
        <source>Unlock production first.</source>
        <translation>Ξεκλειδώστε πρώτα την παραγωγή.</translation>
    </message>
    <message>
        <source>A run on both databases was interrupted at its end, on %1. %2 is prepared and waits: neither committed nor rolled back.</source>
        <translation>Μια εκτέλεση και στις δύο βάσεις διακόπηκε στο τέλος της, στις %1. Η %2 είναι προετοιμασμένη και περιμένει: ούτε οριστικοποιήθηκε ούτε αναιρέθηκε.</translation>
    </message>
    <message>
        <source>base</source>
        <translation>αφετηρία</translation>
    </message>
    <message>
        <source>Commit It (to %1)</source>
        <translation>Οριστικοποίηση (στο %1)</translation>
    </message>
    <message>
        <source>Roll It Back</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>%1 Until then the half keeps its locks and nothing of it can be seen. When %2 can be asked again, Retry says what is to be done; when it is gone for good, decide by hand: socrates-migrate recover --commit, or --rollback.</source>
        <translation>%1 Ως τότε το μισό κρατά τα κλειδώματά του και τίποτα δικό του δεν φαίνεται. Όταν η %2 μπορεί πάλι να ερωτηθεί, η «Νέα προσπάθεια» λέει τι πρέπει να γίνει· αν χάθηκε οριστικά, αποφασίστε με το χέρι: socrates-migrate recover --commit ή --rollback.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Νέα προσπάθεια</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ReferencesView</name>
    <message>
        <source>Check Rows</source>
        <translation>Έλεγχος γραμμών</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Άκυρο</translation>
    </message>
    <message>
        <source>References to other databases</source>
        <translation>Παραπομπές σε άλλες βάσεις</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Παραπομπή</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Αποτέλεσμα</translation>
    </message>
    <message>
        <source>What was found out about the reference</source>
        <translation>Τι βρέθηκε για την παραπομπή</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Γραμμές που διαβάστηκαν</translation>
    </message>
    <message>
        <source>Reads both columns in key order from both servers and counts the rows without a partner. Nothing is changed.</source>
        <translation>Διαβάζει και τις δύο στήλες με τη σειρά των κλειδιών από τους δύο διακομιστές και μετρά τις γραμμές χωρίς ταίρι. Τίποτα δεν αλλάζει.</translation>
    </message>
    <message>
        <source>Cancel reading the rows</source>
        <translation>Ακύρωση της ανάγνωσης των γραμμών</translation>
    </message>
    <message>
        <source>The servers are sorting the keys…</source>
        <translation>Οι διακομιστές ταξινομούν τα κλειδιά…</translation>
    </message>
    <message>
        <source>%1: %2 rows of %3, %4 of %5</source>
        <translation>%1: %2 γραμμές του %3, %4 του %5</translation>
    </message>
    <message>
        <source>No revision declares a reference to another database.</source>
        <translation>Καμία αναθεώρηση δεν δηλώνει παραπομπή σε άλλη βάση.</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Πλήρης</translation>
    </message>
    <message>
        <source>Types equal, rows not checked</source>
        <translation>Ίδιοι τύποι, οι γραμμές δεν ελέγχθηκαν</translation>
    </message>
    <message>
        <source>1 row without partner</source>
        <translation>1 γραμμή χωρίς ταίρι</translation>
    </message>
    <message>
        <source>%1 rows without partner</source>
        <translation>%1 γραμμές χωρίς ταίρι</translation>
    </message>
    <message>
        <source>Types differ</source>
        <translation>Οι τύποι διαφέρουν</translation>
    </message>
    <message>
        <source>Not there yet</source>
        <translation>Δεν υπάρχει ακόμη</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Δεν υπάρχει</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Χωρίς σύνδεση</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Διακόπηκε</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>Δεν μπόρεσε να ελεγχθεί</translation>
    </message>
    <message>
        <source>Declared by revision %1</source>
        <translation>Τη δηλώνει η αναθεώρηση %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 different keys without partner; the first:</source>
        <translation>%1 διαφορετικά κλειδιά χωρίς ταίρι· τα πρώτα:</translation>
    </message>
    <message>
        <source>Rows read: %1 of %2, %3 of %4</source>
        <translation>Γραμμές που διαβάστηκαν: %1 από %2, %3 από %4</translation>
    </message>
    <message>
        <source>The key without partner:</source>
        <translation>Το κλειδί χωρίς αντίστοιχο:</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ReportDialog</name>
    <message>
        <source>Export Report</source>
        <translation>Εξαγωγή αναφοράς</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Αναφορά</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Μορφή</translation>
    </message>
    <message>
        <source>HTML, one file</source>
        <translation>HTML, ένα αρχείο</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>All of them are made from the last verification and say the same in every format. No report holds a password.</source>
        <translation>Όλες γίνονται από την τελευταία επαλήθευση και λένε τα ίδια σε κάθε μορφή. Καμία αναφορά δεν περιέχει κωδικό.</translation>
    </message>
    <message>
        <source>&amp;Report:</source>
        <translation>&amp;Αναφορά:</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Μορφή:</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Εξαγωγή…</translation>
    </message>
    <message>
        <source>Print Pre&amp;view…</source>
        <translation>Προεπισκόπηση ε&amp;κτύπωσης…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Ε&amp;κτύπωση…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ReportFlow</name>
    <message>
        <source>Export Report</source>
        <translation>Εξαγωγή αναφοράς</translation>
    </message>
</context>
<context>
    <name>socrates::ui::RescueDialog</name>
    <message>
        <source>Restore File</source>
        <translation>Επαναφορά αρχείου</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Αναθεώρηση %1</translation>
    </message>
    <message>
        <source>The database is at %1, and the project has no file for it. This is where it was found; once its file is back, it can be downgraded or built upon as any other.</source>
        <translation>Η βάση είναι στο %1, και το έργο δεν έχει αρχείο για αυτό. Εδώ βρέθηκε· με το αρχείο πίσω, υποβαθμίζεται ή συνεχίζεται όπως κάθε άλλη.</translation>
    </message>
    <message>
        <source>Where the revision was found</source>
        <translation>Πού βρέθηκε η αναθεώρηση</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Πού</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Από</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Πότε</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Παρατήρηση</translation>
    </message>
    <message>
        <source>Its file</source>
        <translation>Το αρχείο της</translation>
    </message>
    <message>
        <source>git, commit %1, on no branch</source>
        <translation>git, commit %1, σε κανέναν κλάδο</translation>
    </message>
    <message>
        <source>git, %1</source>
        <translation>git, %1</translation>
    </message>
    <message>
        <source>exactly what was applied to %1</source>
        <translation>ακριβώς ό,τι εφαρμόστηκε στη βάση %1</translation>
    </message>
    <message>
        <source>log of %1</source>
        <translation>ημερολόγιο της %1</translation>
    </message>
    <message>
        <source>the SQL as it was applied</source>
        <translation>το SQL όπως εφαρμόστηκε</translation>
    </message>
    <message>
        <source>Neither git nor a log has it.</source>
        <translation>Ούτε το git ούτε κάποιο ημερολόγιο την έχει.</translation>
    </message>
    <message>
        <source>Ask whoever migrated the database for the file.</source>
        <translation>Το αρχείο το έχει ίσως όποιος μετέφερε τη βάση.</translation>
    </message>
    <message>
        <source>Downgrade by the Stored SQL…</source>
        <translation>Υποβάθμιση με την αποθηκευμένη SQL…</translation>
    </message>
    <message>
        <source>Undoes the revision; the project gets no file of it</source>
        <translation>Αναιρεί την αναθεώρηση· το έργο δεν αποκτά αρχείο της</translation>
    </message>
    <message>
        <source>Select a log that holds the SQL of the downgrade</source>
        <translation>Επιλέξτε ημερολόγιο που έχει την SQL της υποβάθμισης</translation>
    </message>
</context>
<context>
    <name>socrates::ui::RevisionDetails</name>
    <message>
        <source>What the revision does here</source>
        <translation>Τι κάνει εδώ η αναθεώρηση</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Εντολή</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Αντικείμενο</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Γραμμή</translation>
    </message>
    <message>
        <source>Log entries of the revision</source>
        <translation>Εγγραφές της αναθεώρησης στο ημερολόγιο</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Πότε</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Τι</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Από</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Σημείωση</translation>
    </message>
    <message>
        <source>The selected revision</source>
        <translation>Η επιλεγμένη αναθεώρηση</translation>
    </message>
    <message>
        <source>Overview of the revision</source>
        <translation>Επισκόπηση της αναθεώρησης</translation>
    </message>
    <message>
        <source>Upgrade SQL</source>
        <translation>SQL αναβάθμισης</translation>
    </message>
    <message>
        <source>Downgrade SQL</source>
        <translation>SQL υποβάθμισης</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Επισκόπηση</translation>
    </message>
    <message>
        <source>Creates Here</source>
        <translation>Δημιουργεί εδώ</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Ιστορικό</translation>
    </message>
    <message>
        <source>Select a revision to see what it does.</source>
        <translation>Η επιλογή μιας αναθεώρησης δείχνει τι κάνει.</translation>
    </message>
    <message>
        <source>Irreversible: %1</source>
        <translation>Μη αναστρέψιμη: %1</translation>
    </message>
    <message>
        <source>%1 at %2 or beyond</source>
        <translation>%1 στο %2 ή μετά</translation>
    </message>
    <message>
        <source>%1.%2 names rows of %3.%4.%5 (no foreign key is possible)</source>
        <translation>Η %1.%2 δείχνει γραμμές της %3.%4.%5 (ξένο κλειδί δεν γίνεται)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Εφαρμόστηκε</translation>
    </message>
    <message>
        <source>%1 as %2, from %3</source>
        <translation>%1 ως %2, από %3</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Διάρκεια</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>Στηρίζεται σε</translation>
    </message>
    <message>
        <source>nothing: it is a base</source>
        <translation>τίποτα: είναι αφετηρία</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Εξαρτάται από</translation>
    </message>
    <message>
        <source>Requires</source>
        <translation>Απαιτεί</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Αναφορές</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Γράφτηκε</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>Αναβάθμιση</translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1 εντολή</translation>
    </message>
    <message>
        <source>%1 statements</source>
        <translation>%1 εντολές</translation>
    </message>
    <message>
        <source>, in one transaction</source>
        <translation>, σε μία συναλλαγή</translation>
    </message>
    <message>
        <source>, one at a time, outside a transaction</source>
        <translation>, μία μία, χωρίς συναλλαγή</translation>
    </message>
    <message>
        <source>Downgrade</source>
        <translation>Υποβάθμιση</translation>
    </message>
    <message>
        <source>irreversible: %1</source>
        <translation>μη αναστρέψιμη: %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Αρχείο</translation>
    </message>
    <message>
        <source>Nothing was logged for this revision.</source>
        <translation>Δεν υπάρχει εγγραφή για αυτή την αναθεώρηση.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>What lint says of the revision</source>
        <translation>Τι λέει ο έλεγχος για την αναθεώρηση</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Κανόνας</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>Αιτία, και τι μπορεί να γίνει</translation>
    </message>
    <message>
        <source>Lint</source>
        <translation>Έλεγχος</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Δεν βρέθηκε τίποτα.</translation>
    </message>
    <message>
        <source>Lint (%1)</source>
        <translation>Έλεγχος (%1)</translation>
    </message>
</context>
<context>
    <name>socrates::ui::RevisionModel</name>
    <message>
        <source>A revision of %1</source>
        <translation>Αναθεώρηση της %1</translation>
    </message>
    <message>
        <source>No file in this project has this revision</source>
        <translation>Κανένα αρχείο του έργου δεν έχει αυτή την αναθεώρηση</translation>
    </message>
    <message>
        <source>Phase %1: %2</source>
        <translation>Φάση %1: %2</translation>
    </message>
    <message>
        <source>(database not decided)</source>
        <translation>(η βάση δεν έχει αποφασιστεί)</translation>
    </message>
    <message>
        <source>Rev</source>
        <translation>Αναθ.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Τίτλος</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Εφαρμόστηκε</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Από</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Graph: bases at the top, heads at the bottom</source>
        <translation>Γράφημα: αφετηρίες πάνω, κορυφές κάτω</translation>
    </message>
    <message>
        <source>Milliseconds it took</source>
        <translation>Διάρκεια σε χιλιοστά του δευτερολέπτου</translation>
    </message>
    <message>
        <source>database %1</source>
        <translation>βάση %1</translation>
    </message>
    <message>
        <source>a base</source>
        <translation>αφετηρία</translation>
    </message>
    <message>
        <source>depends on %1</source>
        <translation>εξαρτάται από %1</translation>
    </message>
    <message>
        <source>requires %1</source>
        <translation>απαιτεί %1</translation>
    </message>
    <message>
        <source>a head</source>
        <translation>κορυφή</translation>
    </message>
    <message>
        <source>related to the selected revision</source>
        <translation>σχετική με την επιλεγμένη αναθεώρηση</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>Whether the downgrade takes back what the upgrade did</source>
        <translation>Αν η υποβάθμιση παίρνει πίσω όσα έκανε η αναβάθμιση</translation>
    </message>
    <message>
        <source>undo: %1</source>
        <translation>αναίρεση: %1</translation>
    </message>
</context>
<context>
    <name>socrates::ui::RevisionsPage</name>
    <message>
        <source>No project is open. A project is a folder with socrates.json.</source>
        <translation>Κανένα έργο δεν είναι ανοικτό. Έργο είναι ένας φάκελος με socrates.json.</translation>
    </message>
    <message>
        <source>Open Project…</source>
        <translation>Άνοιγμα έργου…</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Βάσεις δεδομένων</translation>
    </message>
    <message>
        <source>The plan announces these tables for a later phase. There is no revision file for them yet, so nothing can be applied.</source>
        <translation>Το σχέδιο αναγγέλλει αυτούς τους πίνακες για επόμενη φάση. Δεν υπάρχει ακόμη αρχείο αναθεώρησης, οπότε τίποτα δεν εφαρμόζεται.</translation>
    </message>
    <message>
        <source>Upgrade to %1…</source>
        <translation>Αναβάθμιση στο %1…</translation>
    </message>
    <message>
        <source>Downgrade to %1…</source>
        <translation>Υποβάθμιση στο %1…</translation>
    </message>
    <message>
        <source>Undo %1 and What Stands on It…</source>
        <translation>Αναίρεση του %1 και όσων στηρίζονται σε αυτό…</translation>
    </message>
    <message>
        <source>running %1…</source>
        <translation>εκτελείται το %1…</translation>
    </message>
    <message>
        <source>Prove Undo of %1</source>
        <translation>Απόδειξη αναίρεσης της %1</translation>
    </message>
    <message>
        <source>The version table holds this revision, but the project has no file for it. It is kept as it is, and nothing is upgraded until that is cleared up: open the project that has the file, look for it with Revision, Find Missing Revision, or stamp the database.</source>
        <translation>Ο πίνακας εκδόσεων έχει αυτή την αναθεώρηση, αλλά το έργο δεν έχει αρχείο της. Μένει όπως είναι, και τίποτα δεν αναβαθμίζεται ώσπου να ξεκαθαρίσει: άνοιγμα του έργου που έχει το αρχείο, αναζήτηση με Αναθεώρηση, Εύρεση αναθεώρησης που λείπει, ή σφράγιση της βάσης.</translation>
    </message>
    <message>
        <source>Find %1…</source>
        <translation>Εύρεση της %1…</translation>
    </message>
    <message>
        <source>Recognise…</source>
        <translation>Αναγνώριση…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::RunNotifier</name>
    <message>
        <source>Socrates Admin</source>
        <translation>Socrates Admin</translation>
    </message>
    <message>
        <source>Socrates Admin: %1 of %2 statements run</source>
        <translation>Socrates Admin: εκτελέστηκαν %1 από %2 εντολές</translation>
    </message>
    <message>
        <source>Socrates Admin: %1</source>
        <translation>Socrates Admin: %1</translation>
    </message>
</context>
<context>
    <name>socrates::ui::RunPanel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Stop After This Step</source>
        <translation>Διακοπή μετά από αυτό το βήμα</translation>
    </message>
    <message>
        <source>Cancel Statement</source>
        <translation>Ακύρωση εντολής</translation>
    </message>
    <message>
        <source>Statements run</source>
        <translation>Εντολές που εκτελέστηκαν</translation>
    </message>
    <message>
        <source>Finish the step under way, start no other</source>
        <translation>Τελειώνει το τρέχον βήμα, δεν ξεκινά άλλο</translation>
    </message>
    <message>
        <source>Cancel on the server; its transaction is rolled back</source>
        <translation>Ακύρωση στον διακομιστή· η συναλλαγή της αναιρείται</translation>
    </message>
    <message>
        <source>Steps and statements of the run</source>
        <translation>Βήματα και εντολές της εκτέλεσης</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Βήμα</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Χρόνος</translation>
    </message>
    <message>
        <source>Stopping after the step under way…</source>
        <translation>Διακοπή μετά το τρέχον βήμα…</translation>
    </message>
    <message>
        <source>Cancelling the statement under way…</source>
        <translation>Ακύρωση της τρέχουσας εντολής…</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%v of %m statements</source>
        <translation>%v από %m εντολές</translation>
    </message>
    <message>
        <source>Upgrading…</source>
        <translation>Αναβάθμιση…</translation>
    </message>
    <message>
        <source>Downgrading…</source>
        <translation>Υποβάθμιση…</translation>
    </message>
    <message>
        <source>Running step %1 of %2: %3</source>
        <translation>Εκτέλεση βήματος %1 από %2: %3</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>μετά από %1</translation>
    </message>
    <message>
        <source>Run finished</source>
        <translation>Η εκτέλεση τελείωσε</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 of %2 statements</source>
        <translation>%1 από %2 εντολές</translation>
    </message>
    <message>
        <source>Behind us in the queue: %1</source>
        <translation>Πίσω μας στην ουρά: %1</translation>
    </message>
    <message>
        <source>%1: the COMMIT waits for a synchronous standby.</source>
        <translation>%1: το COMMIT περιμένει έναν σύγχρονο εφεδρικό διακομιστή.</translation>
    </message>
    <message>
        <source>%1: others wait for this step.</source>
        <translation>%1: άλλοι περιμένουν αυτό το βήμα.</translation>
    </message>
    <message>
        <source>Newest: %1</source>
        <translation>Νεότερη: %1</translation>
    </message>
    <message>
        <source>%1 waits for %2.</source>
        <translation>Η βάση %1 περιμένει: %2.</translation>
    </message>
    <message>
        <source>Give Up</source>
        <translation>Εγκατάλειψη</translation>
    </message>
    <message>
        <source>Cancel Theirs…</source>
        <translation>Ακύρωση της δικής τους…</translation>
    </message>
    <message>
        <source>Terminate Theirs…</source>
        <translation>Τερματισμός της δικής τους…</translation>
    </message>
    <message>
        <source>The server has not confirmed COMMIT; what became of the step is looked up</source>
        <translation>Ο διακομιστής δεν επιβεβαίωσε το COMMIT· αναζητείται τι απέγινε το βήμα</translation>
    </message>
    <message>
        <source>Applied here, not yet safe on a standby: the server stopped waiting for its synchronous standby.</source>
        <translation>Εφαρμόστηκε εδώ, δεν είναι ακόμη ασφαλές σε εφεδρικό διακομιστή: ο διακομιστής έπαψε να περιμένει τον σύγχρονο εφεδρικό του.</translation>
    </message>
    <message>
        <source>Stop Rehearsal</source>
        <translation>Διακοπή πρόβας</translation>
    </message>
    <message>
        <source>Rehearsing; nothing of it stays…</source>
        <translation>Πρόβα· τίποτα δεν θα μείνει…</translation>
    </message>
    <message>
        <source>Rehearsal finished</source>
        <translation>Η πρόβα τελείωσε</translation>
    </message>
    <message>
        <source>Nothing has been run in this sitting</source>
        <translation>Δεν έχει εκτελεστεί τίποτα σε αυτή τη συνεδρία</translation>
    </message>
    <message>
        <source>Upgrade…</source>
        <translation>Αναβάθμιση…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::SelfTestDialog</name>
    <message>
        <source>Self-test</source>
        <translation>Αυτοέλεγχος</translation>
    </message>
    <message>
        <source>What was tested, a line each</source>
        <translation>Τι ελέγχθηκε, από μία γραμμή</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Αντιγραφή</translation>
    </message>
    <message>
        <source>Testing this installation…</source>
        <translation>Έλεγχος αυτής της εγκατάστασης…</translation>
    </message>
    <message>
        <source>A locked keyring may ask for its password.</source>
        <translation>Μια κλειδωμένη κλειδοθήκη ίσως ζητήσει τον κωδικό της.</translation>
    </message>
    <message>
        <source>This installation has everything it needs.</source>
        <translation>Αυτή η εγκατάσταση έχει ό,τι χρειάζεται.</translation>
    </message>
    <message>
        <source>This installation works.</source>
        <translation>Αυτή η εγκατάσταση λειτουργεί.</translation>
    </message>
    <message>
        <source>The lines that begin with warning say what it does without.</source>
        <translation>Οι γραμμές που αρχίζουν με warning λένε τι του λείπει.</translation>
    </message>
    <message>
        <source>This installation is not whole.</source>
        <translation>Αυτή η εγκατάσταση δεν είναι πλήρης.</translation>
    </message>
    <message>
        <source>The lines that begin with FAILED say what to do.</source>
        <translation>Οι γραμμές που αρχίζουν με FAILED λένε τι να κάνετε.</translation>
    </message>
</context>
<context>
    <name>socrates::ui::SettingsDialog</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ρυθμίσεις</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Θέμα</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Όπως το σύστημα</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Φωτεινό</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Σκοτεινό</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Γλώσσα</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Ισχύει από την επόμενη εκκίνηση.</translation>
    </message>
    <message>
        <source>&amp;Reconnect to the last databases at start (never to PRODUCTION)</source>
        <translation>Επα&amp;νασύνδεση στις τελευταίες βάσεις κατά την εκκίνηση (ποτέ σε PRODUCTION)</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Παράθυρο</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Θέμα:</translation>
    </message>
    <message>
        <source>L&amp;anguage, from the next start:</source>
        <translation>&amp;Γλώσσα, από την επόμενη εκκίνηση:</translation>
    </message>
    <message>
        <source>Wait for a lock</source>
        <translation>Αναμονή για κλείδωμα</translation>
    </message>
    <message>
        <source>How long a step waits for a table that somebody else holds, before it gives up and is tried again.</source>
        <translation>Πόσο περιμένει ένα βήμα έναν πίνακα που κρατά κάποιος άλλος, πριν εγκαταλείψει και δοκιμαστεί ξανά.</translation>
    </message>
    <message>
        <source>Longest statement</source>
        <translation>Μέγιστη διάρκεια εντολής</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>χωρίς όριο</translation>
    </message>
    <message>
        <source>&amp;Verify after each run</source>
        <translation>&amp;Επαλήθευση μετά από κάθε εκτέλεση</translation>
    </message>
    <message>
        <source>&amp;Notify when a long run ends in the background</source>
        <translation>Ειδ&amp;οποίηση όταν μια μακρά εκτέλεση τελειώνει στο παρασκήνιο</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Εκτελέσεις</translation>
    </message>
    <message>
        <source>Wait for a &amp;lock:</source>
        <translation>&amp;Αναμονή για κλείδωμα:</translation>
    </message>
    <message>
        <source>Longest &amp;statement:</source>
        <translation>&amp;Μέγιστη διάρκεια εντολής:</translation>
    </message>
    <message>
        <source>Kinds of settings</source>
        <translation>Είδη ρυθμίσεων</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>Γενι&amp;κά</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Συντομεύσεις</translation>
    </message>
    <message>
        <source>Show an &amp;icon in the notification area</source>
        <translation>Εμφάνιση ε&amp;ικονιδίου στην περιοχή ειδοποιήσεων</translation>
    </message>
    <message>
        <source>It tells how far a run is and how the last one ended. Some desktops have no such area.</source>
        <translation>Δείχνει πόσο έχει προχωρήσει μια εκτέλεση και πώς τελείωσε η τελευταία. Κάποια περιβάλλοντα δεν έχουν τέτοια περιοχή.</translation>
    </message>
    <message>
        <source>Editor for files</source>
        <translation>Επεξεργαστής αρχείων</translation>
    </message>
    <message>
        <source>the system&apos;s own</source>
        <translation>αυτός του συστήματος</translation>
    </message>
    <message>
        <source>Opens a file at the line that a problem names, for example: code --goto {file}:{line}:{column}</source>
        <translation>Ανοίγει ένα αρχείο στη γραμμή που ονομάζει ένα πρόβλημα, για παράδειγμα: code --goto {file}:{line}:{column}</translation>
    </message>
    <message>
        <source>&amp;Editor for files:</source>
        <translation>&amp;Επεξεργαστής αρχείων:</translation>
    </message>
</context>
<context>
    <name>socrates::ui::SettlingFlow</name>
    <message>
        <source>Production is read-only until it is unlocked</source>
        <translation>Η παραγωγή είναι μόνο για ανάγνωση μέχρι να ξεκλειδωθεί</translation>
    </message>
    <message>
        <source>Comparing the tables with each revision…</source>
        <translation>Σύγκριση των πινάκων με κάθε αναθεώρηση…</translation>
    </message>
    <message>
        <source>Put %1 Right</source>
        <translation>Διόρθωση της %1</translation>
    </message>
    <message>
        <source>On %1 this is deleted for good:</source>
        <translation>Στον %1 διαγράφονται οριστικά:</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Εφαρμογή</translation>
    </message>
    <message>
        <source>Putting %1 right…</source>
        <translation>Διόρθωση της %1…</translation>
    </message>
    <message>
        <source>Done, and looked at again: %1 is %2.</source>
        <translation>Έγινε, και εξετάστηκε ξανά: η %1 είναι %2.</translation>
    </message>
    <message>
        <source>Apply Anyway</source>
        <translation>Εφαρμογή παρ&apos; όλα αυτά</translation>
    </message>
    <message>
        <source>Folder for the CSV Files</source>
        <translation>Φάκελος για τα αρχεία CSV</translation>
    </message>
    <message>
        <source>Exporting the rows…</source>
        <translation>Εξαγωγή των γραμμών…</translation>
    </message>
    <message>
        <source>%1 (%2 rows)</source>
        <translation>%1 (%2 γραμμές)</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Εξήχθησαν: %1</translation>
    </message>
</context>
<context>
    <name>socrates::ui::ShortcutEditor</name>
    <message>
        <source>&amp;No Key</source>
        <translation>&amp;Χωρίς πλήκτρο</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>Επανα&amp;φορά</translation>
    </message>
    <message>
        <source>Reset &amp;All</source>
        <translation>Επαναφορά ό&amp;λων</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Ενέργειες και τα πλήκτρα τους</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Ενέργεια</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Πλήκτρα</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Νέο πλήκτρο</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>Νέο &amp;πλήκτρο:</translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <translation>Το %1 ανήκει στο %2.</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>Νέα ανάθεση</translation>
    </message>
</context>
<context>
    <name>socrates::ui::StatusLine</name>
    <message>
        <source>Progress of the run</source>
        <translation>Πρόοδος της εκτέλεσης</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>Stop after this step</source>
        <translation>Διακοπή μετά από αυτό το βήμα</translation>
    </message>
    <message>
        <source>%1: not reachable</source>
        <translation>%1: απρόσιτη</translation>
    </message>
    <message>
        <source>%1: %2@%3 PG %4%5</source>
        <translation>%1: %2@%3 PG %4%5</translation>
    </message>
    <message>
        <source> TLS</source>
        <translation> TLS</translation>
    </message>
    <message>
        <source>last check %1</source>
        <translation>τελευταίος έλεγχος %1</translation>
    </message>
</context>
<context>
    <name>socrates::ui::StoredDowngrade</name>
    <message>
        <source>Planning, and counting what this deletes…</source>
        <translation>Σχεδιασμός και μέτρηση όσων διαγράφονται…</translation>
    </message>
    <message>
        <source>Downgrade %1</source>
        <translation>Υποβάθμιση %1</translation>
    </message>
    <message>
        <source>What this deletes could not be found out: %1</source>
        <translation>Δεν βρέθηκε τι διαγράφει: %1</translation>
    </message>
    <message>
        <source>Running the downgrade…</source>
        <translation>Εκτέλεση της υποβάθμισης…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::TimeBar</name>
    <message>
        <source>One step back</source>
        <translation>Ένα βήμα πίσω</translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation>Αναπαραγωγή των βημάτων</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>Ένα βήμα μπροστά</translation>
    </message>
    <message>
        <source>Show the revision</source>
        <translation>Εμφάνιση της αναθεώρησης</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Χρόνος: %1</translation>
    </message>
</context>
<context>
    <name>socrates::ui::UndoProving</name>
    <message>
        <source>Proving the undo of %1…</source>
        <translation>Απόδειξη αναίρεσης: %1…</translation>
    </message>
    <message>
        <source>Proving the undo of %1: %2 done</source>
        <translation>Απόδειξη αναίρεσης: %1, έγινε η %2</translation>
    </message>
</context>
<context>
    <name>socrates::ui::VerificationDetails</name>
    <message>
        <source>Selected object</source>
        <translation>Επιλεγμένο αντικείμενο</translation>
    </message>
    <message>
        <source>Difference between expected and found</source>
        <translation>Διαφορά αναμενόμενου και ευρεθέντος</translation>
    </message>
    <message>
        <source>The table as psql describes it</source>
        <translation>Ο πίνακας όπως τον περιγράφει το psql</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Διαφορά</translation>
    </message>
    <message>
        <source>Table as psql \d</source>
        <translation>Πίνακας όπως psql \d</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Αντιγραφή</translation>
    </message>
    <message>
        <source>Copy the text shown</source>
        <translation>Αντιγραφή του κειμένου</translation>
    </message>
    <message>
        <source>Not in the database. As expected:</source>
        <translation>Δεν είναι στη βάση. Όπως αναμενόταν:</translation>
    </message>
    <message>
        <source>%1 %2 – %3</source>
        <translation>%1 %2 – %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 από %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>τίποτα</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Αναμενόμενο</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ευρεθέν</translation>
    </message>
    <message>
        <source>Select an object to see both definitions.</source>
        <translation>Η επιλογή ενός αντικειμένου δείχνει τους δύο ορισμούς.</translation>
    </message>
    <message>
        <source>Copy Fix SQL</source>
        <translation>Αντιγραφή της SQL διόρθωσης</translation>
    </message>
    <message>
        <source>Copy the SQL that takes the difference away</source>
        <translation>Αντιγραφή της SQL που εξαλείφει τη διαφορά</translation>
    </message>
    <message>
        <source>For review, and for a revision of its own. It is never run here.</source>
        <translation>Για έλεγχο και για μια δική της αναθεώρηση. Εδώ δεν εκτελείται ποτέ.</translation>
    </message>
    <message>
        <source>This destroys data: %1</source>
        <translation>Αυτό καταστρέφει δεδομένα: %1</translation>
    </message>
    <message>
        <source>Would put it right, and is never run here:</source>
        <translation>Θα το διόρθωνε, και εδώ δεν εκτελείται ποτέ:</translation>
    </message>
</context>
<context>
    <name>socrates::ui::VerificationHeader</name>
    <message>
        <source>Verification in progress</source>
        <translation>Επαλήθευση σε εξέλιξη</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Επαλήθευση</translation>
    </message>
    <message>
        <source>Compare both databases with what they should hold. Changes nothing.</source>
        <translation>Σύγκριση των βάσεων με όσα πρέπει να περιέχουν. Δεν αλλάζει τίποτα.</translation>
    </message>
    <message>
        <source>%1 could not be verified</source>
        <translation>%1: δεν επαληθεύτηκε</translation>
    </message>
    <message>
        <source>1 %1 %2: %3</source>
        <comment>outcome kind: name</comment>
        <translation>1 %1 %2: %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number outcome</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Nothing expected and nothing found</source>
        <translation>Τίποτα αναμενόμενο και τίποτα ευρεθέν</translation>
    </message>
    <message>
        <source>The 1 check matches</source>
        <translation>Ο 1 έλεγχος συμφωνεί</translation>
    </message>
    <message>
        <source>All %1 checks match</source>
        <translation>Και οι %1 έλεγχοι συμφωνούν</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>result, pending</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 of %2 checks match – %3</source>
        <translation>%1 από %2 ελέγχους συμφωνούν – %3</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 σε %2</translation>
    </message>
    <message>
        <source>1 revision is pending: %1</source>
        <translation>1 αναθεώρηση εκκρεμεί: %1</translation>
    </message>
    <message>
        <source>%1 revisions are pending: %2</source>
        <translation>%1 αναθεωρήσεις εκκρεμούν: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2/%3 at %4, checked %5 (expected schema: %6)</source>
        <translation>%1: %2/%3 στο %4, έλεγχος %5 (αναμενόμενο σχήμα: %6)</translation>
    </message>
    <message>
        <source>base</source>
        <translation>αφετηρία</translation>
    </message>
    <message>
        <source>Export Report…</source>
        <translation>Εξαγωγή αναφοράς…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::VerificationModel</name>
    <message numerus="yes">
        <source>%n differ below</source>
        <translation>
            <numerusform>%n διαφέρει παρακάτω</numerusform>
            <numerusform>%n διαφέρουν παρακάτω</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Could not be verified</source>
        <translation>Δεν επαληθεύτηκε</translation>
    </message>
    <message>
        <source>%1 of %2 match</source>
        <translation>%1 από %2 συμφωνούν</translation>
    </message>
    <message>
        <source>%1 of %1 match</source>
        <translation>%1 από %1 συμφωνούν</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Τίποτα προς σύγκριση</translation>
    </message>
    <message>
        <source>present</source>
        <translation>υπάρχει</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Αντικείμενο</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Αναμενόμενο</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ευρεθέν</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Αποτέλεσμα</translation>
    </message>
</context>
<context>
    <name>socrates::ui::VerificationPage</name>
    <message>
        <source>Verify</source>
        <translation>Επαλήθευση</translation>
    </message>
    <message>
        <source>Show:</source>
        <translation>Εμφάνιση:</translation>
    </message>
    <message>
        <source>Filter objects</source>
        <translation>Φίλτρο αντικειμένων</translation>
    </message>
    <message>
        <source>Filter by table, object or definition</source>
        <translation>Φίλτρο κατά πίνακα, αντικείμενο ή ορισμό</translation>
    </message>
    <message>
        <source>Objects with expected and found definitions</source>
        <translation>Αντικείμενα με αναμενόμενους και ευρεθέντες ορισμούς</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Τίποτα δεν ταιριάζει στο φίλτρο.</translation>
    </message>
    <message>
        <source>Nothing has been verified yet.
Every table, column, index and constraint will be compared with what the revisions make. Nothing is changed.</source>
        <translation>Δεν έχει επαληθευτεί τίποτα ακόμη.
Κάθε πίνακας, στήλη, ευρετήριο και περιορισμός θα συγκριθεί με όσα φτιάχνουν οι αναθεωρήσεις. Τίποτα δεν αλλάζει.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show only: %1</source>
        <translation>Εμφάνιση μόνο: %1</translation>
    </message>
    <message>
        <source>Revision %1 is the first to name it</source>
        <translation>Πρώτη το ονομάζει η αναθεώρηση %1</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Επαλήθευση…</translation>
    </message>
    <message>
        <source>Reading the catalogs…</source>
        <translation>Ανάγνωση των καταλόγων…</translation>
    </message>
    <message>
        <source>Connect Databases…</source>
        <translation>Σύνδεση με βάσεις…</translation>
    </message>
</context>
<context>
    <name>socrates::ui::VerificationSide</name>
    <message>
        <source>The plan&apos;s checklist</source>
        <translation>Η λίστα ελέγχου του σχεδίου</translation>
    </message>
    <message>
        <source>Ownership and rights</source>
        <translation>Κυριότητα και δικαιώματα</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Χωρίς σύγκριση</translation>
    </message>
    <message>
        <source>Checklist and findings</source>
        <translation>Λίστα ελέγχου και ευρήματα</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Λίστα ελέγχου</translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation>Κυριότητα</translation>
    </message>
    <message>
        <source>Not Compared</source>
        <translation>Χωρίς σύγκριση</translation>
    </message>
    <message>
        <source>The project has no checklist.</source>
        <translation>Το έργο δεν έχει λίστα ελέγχου.</translation>
    </message>
    <message>
        <source>%1 of %2 items of the plan&apos;s checklist are there</source>
        <translation>%1 από %2 σημεία της λίστας ελέγχου υπάρχουν</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Κανένα εύρημα</translation>
    </message>
    <message>
        <source>Everything was compared</source>
        <translation>Όλα συγκρίθηκαν</translation>
    </message>
    <message>
        <source>Ownership (%1)</source>
        <translation>Κυριότητα (%1)</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Παραπομπές</translation>
    </message>
    <message>
        <source>References (%1)</source>
        <translation>Παραπομπές (%1)</translation>
    </message>
</context>
<context>
    <name>socrates::ui::WritingFlow</name>
    <message>
        <source>Looking for revision %1…</source>
        <translation>Αναζήτηση της αναθεώρησης %1…</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Επαναφορά της %1</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>πίνακας %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Επαναφορά</translation>
    </message>
    <message>
        <source>Resetting %1…</source>
        <translation>Επαναφορά της %1…</translation>
    </message>
    <message>
        <source>Production is read-only until it is unlocked</source>
        <translation>Η παραγωγή είναι μόνο για ανάγνωση μέχρι να ξεκλειδωθεί</translation>
    </message>
    <message>
        <source>%1 and %2 in schema %3 of %4 are dropped.</source>
        <translation>Διαγράφονται %1 και %2 στο σχήμα %3 της %4.</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 πίνακας</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 πίνακες</translation>
    </message>
    <message>
        <source>1 other object</source>
        <translation>1 άλλο αντικείμενο</translation>
    </message>
    <message>
        <source>%1 other objects</source>
        <translation>%1 άλλα αντικείμενα</translation>
    </message>
    <message>
        <source>alembic_version goes too. The schema keeps its owner, grants and comment; extensions and the log of migrations stay. Export what is needed first.</source>
        <translation>Διαγράφεται και ο alembic_version. Το σχήμα κρατά κάτοχο, δικαιώματα και σχόλιο· οι επεκτάσεις και το ημερολόγιο των μεταβάσεων μένουν. Πρώτα εξάγεται ό,τι χρειάζεται.</translation>
    </message>
    <message>
        <source>table %1, %2</source>
        <translation>πίνακας %1, %2</translation>
    </message>
    <message>
        <source>about 1 row</source>
        <translation>περίπου 1 γραμμή</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>περίπου %1 γραμμές</translation>
    </message>
</context>
</TS>
