<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
