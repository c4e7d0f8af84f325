// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace socrates::core {

class CredentialStore;

/// One thing that an installed copy of the program needs, and whether it is there.
struct SelfCheck
{
    enum class State { Ok, Warning, Failed }; ///< in the order of badness
    QString name;                             ///< "libpq"
    State state = State::Ok;
    QString finding; ///< one line
    QString hint;    ///< what to do about it; empty when it is Ok
};

/// What both programs need, proven by using it: libpq and its encryption, the keyring, the project
/// that came along, folders to write to, the private server's programs. Leaves nothing behind and
/// touches no database. Blocks (a keyring may ask its user to unlock it): never on the GUI thread.
QList<SelfCheck> selfTest(const QString& programFolder, CredentialStore& keyring);

SelfCheck::State worstOf(const QList<SelfCheck>& checks);

/// Its parts that can go wrong in several ways. `folder` empty: none was found.
SelfCheck checkProject(const QString& folder);
SelfCheck checkKeyring(CredentialStore& keyring);
/// Folders need not exist yet, but it must be possible to make them.
SelfCheck checkFolders(const QStringList& folders);

} // namespace socrates::core
