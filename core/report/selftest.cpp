// SPDX-License-Identifier: MIT
#include "core/engine/selftest.h"

#include "core/base/texts.h"
#include "core/report/json.h"
#include "core/report/text.h"
#include "core/report/wording.h"

#include <algorithm>

namespace socrates::core::report {

using namespace Qt::StringLiterals;

namespace {

QString stateKey(SelfCheck::State state)
{
    switch (state) {
    case SelfCheck::State::Ok:
        return u"ok"_s;
    case SelfCheck::State::Warning:
        return u"warning"_s;
    case SelfCheck::State::Failed:
        return u"failed"_s;
    }
    return {};
}

QString stateWord(SelfCheck::State state)
{
    return state == SelfCheck::State::Failed ? u"FAILED"_s : stateKey(state);
}

QString checkText(const SelfCheck& check)
{
    QString line = u"%1 %2: %3"_s.arg(stateWord(check.state), -8).arg(check.name, check.finding);
    if (!check.hint.isEmpty()) {
        if (!line.endsWith(u'.'))
            line += u'.';
        line += u' ' + check.hint;
    }
    return line;
}

} // namespace

QString selfTestText(const QList<SelfCheck>& checks)
{
    QStringList lines;
    for (const SelfCheck& check : checks)
        lines << checkText(check);
    const auto count = [&checks](SelfCheck::State state) {
        return std::count_if(checks.begin(), checks.end(),
                             [state](const SelfCheck& check) { return check.state == state; });
    };
    lines << QString()
          << Texts::tr("Self-test of Socrates Admin %1: %2 ok, %n warning(s), %3 failed", nullptr,
                       int(count(SelfCheck::State::Warning)))
                 .arg(QLatin1StringView(SOCRATES_VERSION))
                 .arg(count(SelfCheck::State::Ok))
                 .arg(count(SelfCheck::State::Failed));
    return lines.join(u'\n');
}

QJsonObject selfTestDocument(const QList<SelfCheck>& checks)
{
    QJsonArray array;
    for (const SelfCheck& check : checks) {
        array << QJsonObject{{u"name"_s, check.name},
                             {u"state"_s, stateKey(check.state)},
                             {u"finding"_s, check.finding},
                             {u"hint"_s, check.hint}};
    }
    return {{u"version"_s, QStringLiteral(SOCRATES_VERSION)},
            {u"result"_s, stateKey(worstOf(checks))},
            {u"checks"_s, array}};
}

} // namespace socrates::core::report
