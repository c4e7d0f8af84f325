// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/englishplurals.h"

#include <QCoreApplication>
#include <QTest>

/// main() of a test without a window. Every warning that the test did not announce with
/// QTest::ignoreMessage fails the run.
#define SOCRATES_TEST_MAIN(TestClass)                                                              \
    int main(int argc, char* argv[])                                                               \
    {                                                                                              \
        qputenv("QT_FATAL_WARNINGS", "1");                                                         \
        QCoreApplication application(argc, argv);                                                  \
        const socrates::core::EnglishPlurals plurals;                                              \
        TestClass test;                                                                            \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
