// SPDX-License-Identifier: MIT
#include "app/verification/definitiondiff.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace socrates::ui {

namespace {

/// A definition is a line; a view's or a function's body may be long, and the table below is
/// words x words. Beyond this size the two texts are shown whole.
constexpr qsizetype wordLimit = 1500;

/// Words, runs of space and single other characters, so that joining them restores the text.
QStringList wordsOf(const QString& text)
{
    const auto classOf = [](QChar c) {
        return c.isSpace() ? 0 : (c.isLetterOrNumber() || c == u'_') ? 1 : 2;
    };
    QStringList words;
    qsizetype start = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        const bool ends = i == text.size() || classOf(text.at(i)) != classOf(text.at(i - 1)) ||
                          classOf(text.at(i)) == 2;
        if (ends) {
            words.append(text.mid(start, i - start));
            start = i;
        }
    }
    return words;
}

void append(QList<DiffPart>& parts, DiffPart::Side side, const QString& text)
{
    if (text.isEmpty())
        return;
    if (!parts.isEmpty() && parts.constLast().side == side)
        parts.last().text += text;
    else
        parts.append({side, text});
}

} // namespace

QList<DiffPart> diffDefinitions(const QString& expected, const QString& found)
{
    const QStringList a = wordsOf(expected);
    const QStringList b = wordsOf(found);
    QList<DiffPart> parts;
    if (a.size() > wordLimit || b.size() > wordLimit) {
        append(parts, DiffPart::Side::Expected, expected);
        append(parts, DiffPart::Side::Found, found);
        return parts;
    }
    // common[i][j]: length of the longest common sequence of a from i and b from j.
    const auto columns = size_t(b.size() + 1);
    std::vector<int> common(size_t(a.size() + 1) * columns, 0);
    const auto cell = [&common, columns](qsizetype i, qsizetype j) -> int& {
        return common[size_t(i) * columns + size_t(j)];
    };
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            cell(i, j) = a.at(i) == b.at(j) ? cell(i + 1, j + 1) + 1
                                            : std::max(cell(i + 1, j), cell(i, j + 1));
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a.at(i) == b.at(j)) {
            append(parts, DiffPart::Side::Both, a.at(i));
            ++i;
            ++j;
        } else if (j == b.size() || (i < a.size() && cell(i + 1, j) >= cell(i, j + 1))) {
            append(parts, DiffPart::Side::Expected, a.at(i++));
        } else {
            append(parts, DiffPart::Side::Found, b.at(j++));
        }
    }
    return parts;
}

} // namespace socrates::ui
