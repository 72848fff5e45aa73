use super::{SaveUser, SetPassword, User, UserRow};
use crate::committees::Committee;
use crate::founding::FoundOffice;
use crate::office::{Cx, Office};
use crate::session::{Role, Session};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use ground::commands::{Done, NoArgs};
use ground::error::{Error, ErrorCode, Result};
use ground::text;
use storage::{Tx, Value};

const ALL: &str = "SELECT id, version, name, role, committees, password_hash, retired
                   FROM app_user ORDER BY retired, name";
/// The name under which an office that has not begun is looked at.
const NOBODY: &str = "管理员";
const SHORTEST_PASSWORD: usize = 8;

/// `users.list`.
pub async fn list(cx: &mut Cx<'_>, _: NoArgs) -> Result<Vec<UserRow>> {
    let users: Vec<User> = cx.tx.all(ALL, vec![]).await?;
    Ok(users.into_iter().map(row).collect())
}

fn row(user: User) -> UserRow {
    UserRow {
        id: user.id,
        version: user.version,
        name: user.name,
        role: user.role,
        committees: user.committees.0,
        has_password: user.password_hash.is_some(),
        retired: user.retired,
    }
}

/// `users.save`.
pub async fn save(cx: &mut Cx<'_>, args: SaveUser) -> Result<UserRow> {
    let name = text::required("name", "姓名", &args.name, 40)?;
    let kept = match &args.id {
        Some(id) => Some(cx.tx.get::<User>(id).await?),
        None => None,
    };
    check_reach(cx, args.role, &args.committees).await?;
    let user = User {
        id: args.id.unwrap_or_else(|| cx.new_id()),
        version: args.version,
        name,
        role: args.role,
        committees: args.committees.into(),
        // A password has a command of its own; to save a name must not take it away.
        password_hash: kept.and_then(|user| user.password_hash),
        retired: args.retired,
    };
    let user = cx.tx.save(&user).await?;
    // After the change, which goes with the error: without a 管理员 nobody could ever make another.
    keep_one_clerk(cx).await?;
    Ok(row(user))
}

/// A 管理员 keeps everything; others may be held to committees there are.
async fn check_reach(cx: &mut Cx<'_>, role: Role, committees: &[String]) -> Result<()> {
    if role == Role::Clerk && !committees.is_empty() {
        let message = "管理员管理全部大党委，不限定范围；需要限定的请选“书记、记录人”或“领导”。";
        return Err(Error::invalid("committees", message));
    }
    for id in committees {
        cx.tx.get::<Committee>(id).await?;
    }
    Ok(())
}

async fn keep_one_clerk(cx: &mut Cx<'_>) -> Result<()> {
    let users: Vec<User> = cx.tx.all(ALL, vec![]).await?;
    if users
        .iter()
        .any(|user| user.role == Role::Clerk && !user.retired)
    {
        return Ok(());
    }
    Err(Error::invalid("role", "至少要保留一名在用的管理员。"))
}

/// `users.setPassword`.
pub async fn set_password(cx: &mut Cx<'_>, args: SetPassword) -> Result<Done> {
    let mut user: User = cx.tx.get(&args.id).await?;
    user.password_hash = if args.password.is_empty() {
        None
    } else if args.password.chars().count() < SHORTEST_PASSWORD {
        return Err(Error::invalid("password", "密码至少 8 个字符。"));
    } else {
        Some(hashed(&args.password)?)
    };
    cx.tx.update(&user).await?;
    Ok(Done {})
}

fn hashed(password: &str) -> Result<String> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    Ok(hash
        .map_err(|cause| Error::internal("password hash", cause))?
        .to_string())
}

fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
    })
}

/// Signs a person in. Without a name: the first 管理员, if that one has no password — a new office
/// has one 管理员 and none.
///
/// # Errors
/// `SignIn` when the name is not known, the person is retired or the password is wrong.
pub async fn sign_in(office: &Office, name: Option<&str>, password: &str) -> Result<Session> {
    let mut tx = Tx::read(office.db()).await?;
    let users: Vec<User> = tx.all(ALL, Vec::<Value>::new()).await?;
    // An office that has not begun has nobody to sign in, and somebody has to found it.
    if users.is_empty() {
        return Ok(Session {
            user_id: String::new(),
            name: NOBODY.into(),
            role: Role::Clerk,
            committees: vec![],
        });
    }
    // One sentence for both, so that it does not tell which names there are.
    let wrong = || Error::new(ErrorCode::SignIn, "姓名或密码不对，请重新输入。");
    let wanted = |user: &&User| match name {
        Some(name) => user.name == name,
        None => user.role == Role::Clerk,
    };
    let user = users
        .iter()
        .filter(|user| !user.retired)
        .find(wanted)
        .ok_or_else(wrong)?;
    match &user.password_hash {
        Some(hash) if !matches(password, hash) => Err(wrong()),
        _ => Ok(session(user)),
    }
}

fn session(user: &User) -> Session {
    Session {
        user_id: user.id.clone(),
        name: user.name.clone(),
        role: user.role,
        committees: user.committees.0.clone(),
    }
}

/// The session of somebody who signed in before, as the register has that person now.
///
/// # Errors
/// `SignIn` when that person was taken out of use since.
pub(super) async fn renewed(office: &Office, signed_in: &Session) -> Result<Session> {
    let mut tx = Tx::read(office.db()).await?;
    let user: Option<User> = tx.find(&signed_in.user_id).await?;
    let user = user.filter(|user| !user.retired);
    user.as_ref().map(session).ok_or_else(|| {
        let message = "您的账号已停用，请联系管理员，或换一个人登录。";
        Error::new(ErrorCode::SignIn, message)
    })
}

/// The one 管理员 of a new office, without a password.
pub(super) async fn found_clerk(cx: &mut Cx<'_>, args: &FoundOffice) -> Result<()> {
    let clerk = User {
        id: cx.new_id(),
        version: 0,
        name: text::required("clerk", "管理员姓名", &args.clerk, 40)?,
        role: Role::Clerk,
        committees: Vec::new().into(),
        password_hash: None,
        retired: false,
    };
    cx.tx.insert(&clerk).await?;
    Ok(())
}
