// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/englishplurals.h"

#include <QApplication>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTest>

namespace socrates::test {

/// To be called from init(): any warning that the test did not announce fails it, but for what
/// Qt's offscreen platform says of itself.
inline void failOnWarnings()
{
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("^(?!This plugin does not support|QStandardPaths: ).*")));
}

} // namespace socrates::test

/// main() of a test with windows: offscreen, Fusion everywhere, settings and data in Qt's test
/// locations.
#define SOCRATES_GUI_TEST_MAIN(TestClass)                                                          \
    int main(int argc, char* argv[])                                                               \
    {                                                                                              \
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))                                         \
            qputenv("QT_QPA_PLATFORM", "offscreen");                                               \
        QStandardPaths::setTestModeEnabled(true);                                                  \
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));                   \
        QApplication application(argc, argv);                                                      \
        const socrates::core::EnglishPlurals plurals;                                              \
        TestClass test;                                                                            \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
