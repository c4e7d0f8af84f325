<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Core</name>
    <message numerus="yes">
        <source>%n behind us in the queue: %1</source>
        <translation>
            <numerusform>%n behind us in the queue: %1</numerusform>
            <numerusform>%n behind us in the queue: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The structure of %1 was made anew by its %n applied revision(s), without rows.</source>
        <translation>
            <numerusform>The structure of %1 was made anew by its %n applied revision, without rows.</numerusform>
            <numerusform>The structure of %1 was made anew by its %n applied revisions, without rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The real database differs from that in %n object(s), which the copy does not show.</source>
        <translation>
            <numerusform>The real database differs from that in %n object, which the copy does not show.</numerusform>
            <numerusform>The real database differs from that in %n objects, which the copy does not show.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The step is not transactional: %1 of its %n statement(s) are done and stay; running it again goes on at this one.</source>
        <translation>
            <numerusform>The step is not transactional: %1 of its %n statement is done and stays; running it again goes on at this one.</numerusform>
            <numerusform>The step is not transactional: %1 of its %n statements are done and stay; running it again goes on at this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s) of %2</source>
        <translation>
            <numerusform>%1 value of %2</numerusform>
            <numerusform>%1 values of %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) of %2</source>
        <translation>
            <numerusform>%1 row of %2</numerusform>
            <numerusform>%1 rows of %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with %n value(s)</source>
        <translation>
            <numerusform>%1 with %n value</numerusform>
            <numerusform>%1 with %n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with %n row(s)</source>
        <translation>
            <numerusform>%1 with %n row</numerusform>
            <numerusform>%1 with %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may not read %2: it/they belong(s) to %3</source>
        <translation>
            <numerusform>%1 may not read %2: it belongs to %3</numerusform>
            <numerusform>%1 may not read %2: they belong to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may not write %2: it/they belong(s) to %3</source>
        <translation>
            <numerusform>%1 may not write %2: it belongs to %3</numerusform>
            <numerusform>%1 may not write %2: they belong to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may not read or write %2: it/they belong(s) to %3</source>
        <translation>
            <numerusform>%1 may not read or write %2: it belongs to %3</numerusform>
            <numerusform>%1 may not read or write %2: they belong to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may not use the sequence(s) %2: it/they belong(s) to %3</source>
        <translation>
            <numerusform>%1 may not use the sequence %2: it belongs to %3</numerusform>
            <numerusform>%1 may not use the sequences %2: they belong to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more difference(s)</source>
        <translation>
            <numerusform>%n more difference</numerusform>
            <numerusform>%n more differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>both plans mixed: %1 belong(s) to %2</source>
        <translation>
            <numerusform>both plans mixed: %1 belongs to %2</numerusform>
            <numerusform>both plans mixed: %1 belong to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n database(s)</source>
        <translation>
            <numerusform>%n database</numerusform>
            <numerusform>%n databases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n revision</numerusform>
            <numerusform>%n revisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>table(s) %1</source>
        <translation>
            <numerusform>table %1</numerusform>
            <numerusform>tables %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This looks like %1, not %2: %3 is/are there.</source>
        <translation>
            <numerusform>This looks like %1, not %2: %3 is there.</numerusform>
            <numerusform>This looks like %1, not %2: %3 are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is mixed up with %2: %3 is/are there.</source>
        <translation>
            <numerusform>%1 is mixed up with %2: %3 is there.</numerusform>
            <numerusform>%1 is mixed up with %2: %3 are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may use %n existing table(s) of %2</source>
        <translation>
            <numerusform>%1 may use %n existing table of %2</numerusform>
            <numerusform>%1 may use %n existing tables of %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may use %n existing sequence(s) of %2</source>
        <translation>
            <numerusform>%1 may use %n existing sequence of %2</numerusform>
            <numerusform>%1 may use %n existing sequences of %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) of %2 without partner in %3</source>
        <translation>
            <numerusform>%1 row of %2 without partner in %3</numerusform>
            <numerusform>%1 rows of %2 without partner in %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%1 different key(s))</source>
        <translation>
            <numerusform>(%1 different key)</numerusform>
            <numerusform>(%1 different keys)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>... and %1 more</source>
        <translation>
            <numerusform>... and %1 more</numerusform>
            <numerusform>... and %1 more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 would be at %2, verified inside: everything as expected (%n check(s))</source>
        <translation>
            <numerusform>%1 would be at %2, verified inside: everything as expected (%n check)</numerusform>
            <numerusform>%1 would be at %2, verified inside: everything as expected (%n checks)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would succeed as far as it can be rehearsed (%1 of %n step(s)) in %2.</source>
        <translation>
            <numerusform>Would succeed as far as it can be rehearsed (%1 of %n step) in %2.</numerusform>
            <numerusform>Would succeed as far as it can be rehearsed (%1 of %n steps) in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checklist item(s) missing</source>
        <translation>
            <numerusform>%n checklist item missing</numerusform>
            <numerusform>%n checklist items missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Self-test of Socrates Admin %1: %2 ok, %n warning(s), %3 failed</source>
        <translation>
            <numerusform>Self-test of Socrates Admin %1: %2 ok, %n warning, %3 failed</numerusform>
            <numerusform>Self-test of Socrates Admin %1: %2 ok, %n warnings, %3 failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped as asked, after %n step(s).</source>
        <translation>
            <numerusform>Stopped as asked, after %n step.</numerusform>
            <numerusform>Stopped as asked, after %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n step(s) before it stand.</source>
        <translation>
            <numerusform>The %n step before it stand.</numerusform>
            <numerusform>The %n steps before it stand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deletes %n row(s) of %1</source>
        <translation>
            <numerusform>deletes %n row of %1</numerusform>
            <numerusform>deletes %n rows of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changes %n row(s) of %1</source>
        <translation>
            <numerusform>changes %n row of %1</numerusform>
            <numerusform>changes %n rows of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds %n row(s) to %1</source>
        <translation>
            <numerusform>adds %n row to %1</numerusform>
            <numerusform>adds %n rows to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>socrates::ui</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>socrates::ui::MapPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>socrates::ui::VerificationModel</name>
    <message numerus="yes">
        <source>%n differ below</source>
        <translation>
            <numerusform>%n differs below</numerusform>
            <numerusform>%n differ below</numerusform>
        </translation>
    </message>
</context>
</TS>
