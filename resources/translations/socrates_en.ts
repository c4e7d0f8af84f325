<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
